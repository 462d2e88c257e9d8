/** The sentences that go with a share of cases. */
import { percent } from '../percent.ts'

/** Fewer cases than this and single cases move the share by more than ten points. */
const few = 10

/** What a reader should be told about x of n before they quote it. */
export const shareWarnings = (x: number, n: number): string[] => {
  const warnings: string[] = []
  if (n < few)
    warnings.push('Fewer than 10 cases: one case more or less moves the share a long way.')
  if (x === 0) warnings.push('None found does not mean none exist: quote the upper limit.')
  if (x === n) warnings.push('All of them does not mean always: quote the lower limit.')
  return warnings
}

/** A sentence where the limits lie more than 20 points apart, else null. */
export const wideSentence = (n: number, low: number, high: number): string | null =>
  high - low <= 0.2
    ? null
    : `With ${String(n)} ${n === 1 ? 'case' : 'cases'}, a share of ${percent(low)} cannot be told from one of ${percent(high)}.`
