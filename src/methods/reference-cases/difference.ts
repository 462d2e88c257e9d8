/** Where do an expected figure and ours differ? */
import { isRecord } from '../is-record.ts'
import type { Answer, Answered } from './answers.ts'
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
  return (
    differenceIn(expected, answered.printed, tolerance) ??
    differenceIn(reachOf(expected), reachOf(answered.exact), {
      absolute: 2 * printedTolerance,
      relative: 0,
    })
  )
}

const isPrinted = (answered: Answered): answered is Exclude<Answered, Answer> =>
  isRecord(answered) && 'printed' in answered

/** The search runs over ω up to 1 and over 1/ω above it; both are put on one line from 0 to 2. */
const reachOf = (value: unknown): Answer => {
  if (Array.isArray(value)) return value.map(each => reachOf(each) as number | null)
  const number = numberIn(value)
  if (number === null) return null
  return number <= 1 ? number : 2 - 1 / number
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
