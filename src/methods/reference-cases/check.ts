/** Runs a file of reference cases against our methods and says, case by case, where they differ. */
import { answers } from './kinds.ts'
import type { Answers } from './answers.ts'
import { isRecord } from '../is-record.ts'
import { caseInput } from './input.ts'
import { toleranceOf } from './tolerance.ts'
import { difference } from './difference.ts'

export interface CheckOutcome {
  /** One line for each case that fails, and one for each kind of case that no method answers yet. */
  readonly lines: readonly string[]
  /** Cases. */
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/**
 * Checks the cases of one file: `{ topic, tolerance, cases: [{ id, kind, input, expected, tolerance? }] }`.
 * Every key of `expected` is compared; a key that no method answers fails its case. Cases of a kind that
 * is not built yet are skipped and named. Never throws: a file of another form is one failure.
 */
export const checkCases = (file: unknown): CheckOutcome => {
  const cases = isRecord(file) && Array.isArray(file['cases']) ? (file['cases'] as unknown[]) : null
  if (cases === null || cases.length === 0 || !isRecord(file)) {
    return {
      lines: ['This is not a file of reference cases: it has no cases.'],
      passed: 0,
      failed: 1,
      skipped: 0,
    }
  }
  const verdicts = cases.map(each => checkCase(file, each))
  const skips = verdicts.filter(verdict => verdict.is === 'skipped')
  const failures = verdicts.filter(verdict => verdict.is === 'failed')
  return {
    lines: [...failures.map(({ line }) => line), ...skippedLines(skips.map(({ kind }) => kind))],
    passed: verdicts.length - skips.length - failures.length,
    failed: failures.length,
    skipped: skips.length,
  }
}

type Verdict = { is: 'passed' } | { is: 'failed'; line: string } | { is: 'skipped'; kind: string }

const checkCase = (file: Record<string, unknown>, each: unknown): Verdict => {
  if (!isRecord(each) || !isRecord(each['expected'])) {
    return { is: 'failed', line: 'A case without expected values.' }
  }
  const kind = textOr(each['kind'], textOr(file['topic'], 'unnamed'))
  const known = answers.get(kind)
  if (known === undefined) return { is: 'skipped', kind }
  const differences = Object.entries(each['expected']).flatMap(([key, expected]) =>
    differencesAt(known, { key, expected, file, each }),
  )
  return differences.length === 0
    ? { is: 'passed' }
    : { is: 'failed', line: `${textOr(each['id'], 'unnamed')}: ${differences.join('; ')}` }
}

interface Asked {
  key: string
  expected: unknown
  file: Record<string, unknown>
  each: Record<string, unknown>
}

const differencesAt = (known: Answers, { key, expected, file, each }: Asked): string[] => {
  for (const [pattern, answer] of known) {
    const match = pattern.exec(key)
    if (match === null) continue
    const answered = answer(caseInput(each['input']), match.slice(1))
    const tolerance = toleranceOf(key, file['tolerance'], each['tolerance'])
    const found = difference(expected, answered, tolerance)
    return found === null ? [] : [`${key}${found}`]
  }
  return [`${key} is not answered by any method`]
}

const skippedLines = (kinds: readonly string[]): string[] =>
  [...Map.groupBy(kinds, kind => kind)].map(
    ([kind, all]) =>
      `skipped ${kind}: ${String(all.length)} ${all.length === 1 ? 'case' : 'cases'}, no method yet`,
  )

const textOr = (value: unknown, otherwise: string): string =>
  typeof value === 'string' ? value : otherwise
