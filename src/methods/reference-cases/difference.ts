/** Where do an expected figure and ours differ? */
import { isRecord } from '../is-record.ts'
import type { Answer, Answered, PrintedAnswer } from './answers.ts'
import { printedTolerance } from './root-as-printed.ts'
import type { Tolerance } from './tolerance.ts'

/**
 * Null where they agree; else the rest of a sentence that starts with the key: `[3] expected 0.1, got 0.2`.
 * A reference figure found to four digits must agree with the search that stopped there, and the exact
 * figure must lie within that search's reach.
 */
export const difference = (
  expected: unknown,
  answered: Answered,
  tolerance: Tolerance,
): string | null => {
  if (!isPrinted(answered)) return differenceIn(expected, answered, tolerance)
  const { printed, exact, along } = answered
  return (
    differenceIn(expected, printed, tolerance) ??
    differenceIn(alongLine(expected, along), alongLine(exact, along), reach)
  )
}

const reach: Tolerance = { absolute: 2 * printedTolerance, relative: 0 }

const isPrinted = (answered: Answered): answered is PrintedAnswer =>
  isRecord(answered) && 'printed' in answered

const alongLine = (value: unknown, along: PrintedAnswer['along']): Answer => {
  if (Array.isArray(value)) return value.map(each => alongOne(each, along))
  return alongOne(value, along)
}

const alongOne = (value: unknown, along: PrintedAnswer['along']): number | null => {
  const number = numberIn(value)
  return number === null ? null : along(number)
}

const differenceIn = (expected: unknown, found: Answer, tolerance: Tolerance): string | null => {
  if (!Array.isArray(expected)) return differenceAt(expected, found, tolerance)
  const list: readonly unknown[] = Array.isArray(found) ? found : []
  if (list.length !== expected.length) {
    return ` expected ${String(expected.length)} numbers, got ${String(list.length)}`
  }
  const all = expected.map((each, i) => {
    const at = differenceAt(each, list[i], tolerance)
    return at === null ? null : `[${String(i)}]${at}`
  })
  return all.find(each => each !== null) ?? null
}

const differenceAt = (expected: unknown, found: unknown, tolerance: Tolerance): string | null => {
  const [wanted, got] = [numberIn(expected), numberIn(found)]
  return agree(wanted, got, tolerance) ? null : ` expected ${String(wanted)}, got ${String(got)}`
}

const agree = (wanted: number | null, got: number | null, tolerance: Tolerance): boolean => {
  if (wanted === got) return true
  // JSON has no infinity: the references write null or "Inf" where a limit has no end.
  if (wanted === null || got === null) return (wanted ?? Infinity) === (got ?? Infinity)
  const gap = Math.abs(wanted - got)
  return gap <= tolerance.absolute || gap <= tolerance.relative * Math.abs(wanted)
}

const numberIn = (value: unknown): number | null => {
  if (value === 'Inf' || value === 'Infinity') return Infinity
  return typeof value === 'number' ? value : null
}
