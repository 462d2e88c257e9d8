/**
 * The sentences that refuse an input, one rule each. A rule answers null where the input is sound, so
 * that a method reads: `const refusal = first(countRefusal(…), levelRefusal(level))`.
 */

/** Larger counts are refused: the methods are checked up to here, and no police force comes near. */
const largestCount = 1_000_000_000

/** A number of cases must be a whole number from 0 up. `name` starts the sentence. */
export const wholeRefusal = (name: string, value: number): string | null => {
  if (!Number.isInteger(value)) return `${name} must be a whole number.`
  if (value < 0) return `${name} cannot be less than 0.`
  if (value > largestCount) return `${name} cannot be more than ${String(largestCount)}.`
  return null
}

/** `x` of `n` cases: both whole, some cases, and no more found than were looked at. */
export const countRefusal = (x: number, n: number): string | null =>
  wholeRefusal('The number found', x) ??
  wholeRefusal('The number of cases', n) ??
  (n === 0 ? 'There are no cases, so there is no share.' : null) ??
  (x > n ? `The number found, ${String(x)}, is more than the cases looked at, ${String(n)}.` : null)

/** The same for two groups, naming the group. */
export const twoCountsRefusal = (counts: {
  x1: number
  n1: number
  x2: number
  n2: number
}): string | null =>
  named('First group: ', countRefusal(counts.x1, counts.n1)) ??
  named('Second group: ', countRefusal(counts.x2, counts.n2))

/** Levels nearer to 0 or 1 than this ask more of the arithmetic than it has digits for. */
const levels = { from: 0.01, to: 0.999999 }

/** A level of confidence. */
export const levelRefusal = (level: number): string | null =>
  level >= levels.from && level <= levels.to
    ? null
    : `The level must lie between ${String(levels.from)} and ${String(levels.to)}, like 0.95.`

/** A share strictly between 0 and 1. `name` starts the sentence. */
export const insideShareRefusal = (name: string, share: number): string | null =>
  share > 0 && share < 1 ? null : `${name} must lie between 0 and 1, and be neither.`

/** A share from 0 to 1, ends included. `name` starts the sentence. */
export const shareRefusal = (name: string, share: number): string | null =>
  share >= 0 && share <= 1 ? null : `${name} must lie between 0 and 1.`

const named = (prefix: string, refusal: string | null): string | null =>
  refusal === null ? null : `${prefix}${refusal}`
