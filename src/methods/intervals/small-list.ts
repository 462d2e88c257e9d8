/** The whole list is small: how many on it, and what share, fit x of n drawn from it? */
import { hypergeometricCdf } from '../distributions/hypergeometric.ts'
import { countRefusal, levelRefusal, wholeRefusal } from '../refusals.ts'
import type { Interval, Result } from '../result.ts'
import { calculated, interval, notDefined } from '../result.ts'
import { shareWarnings, wideSentence } from './share-notes.ts'
import type { ShareInput } from './wilson.ts'
import { wilson } from './wilson.ts'

export interface ListInput<Level extends number = number> extends ShareInput<Level> {
  /** Cases on the whole list that the n were drawn from. */
  readonly listSize: number
}

/** From this part of the list on, what was not drawn is little enough to matter. */
const smallPart = 0.05

/** Longer lists are refused: the sums take too long and Wilson's interval says the same. */
const longestList = 1_000_000

/**
 * The number of such cases on the list: every number K that neither tail of (1-level)/2 rejects when n
 * are drawn without putting back. The estimate is the likeliest K, ⌊x (N + 1) / n⌋.
 * Buonaccorsi 1987, The American Statistician 41:215; Cochran 1977, Sampling Techniques, section 3.6.
 * All of the list drawn: the count itself, no interval.
 * @example countOnList({ x: 4, n: 10, listSize: 25 }) // 10, interval 5 to 16
 */
export const countOnList = <const Level extends number = 0.95>(
  input: ListInput<Level>,
): Result<number, Interval<'hypergeometric-count', Level> | null> => {
  const { x, n, listSize } = input
  const level = input.level ?? (0.95 as Level)
  const refusal = countRefusal(x, n) ?? listRefusal(n, listSize) ?? levelRefusal(level)
  if (refusal !== null) return notDefined('count-on-list', refusal)
  const whole = n === listSize
  const { low, high } = countLimits({ x, n, listSize }, (1 - level) / 2)
  return calculated(
    'count-on-list',
    { x, n, listSize, level },
    {
      options: { level },
      n,
      estimate: Math.min(listSize - n + x, Math.floor((x * (listSize + 1)) / n)),
      interval: whole ? null : interval('hypergeometric-count', level, low, high),
      warnings: whole ? [wholeListWarning] : shareWarnings(x, n),
    },
  )
}

/**
 * The share of the list, by the method that fits: all of it drawn, exact without an interval; more than
 * 5% of it drawn, the hypergeometric limits as shares; less, Wilson's interval. `options.by` says which.
 * The observed share x / n is the estimate and the interval always holds it.
 * @example shareOfList({ x: 5, n: 9, listSize: 14 }) // 0.556, interval 0.357 to 0.714
 */
export const shareOfList = <const Level extends number = 0.95>(
  input: ListInput<Level>,
): Result<number, Interval<'hypergeometric-share' | 'wilson', Level> | null> => {
  const { x, n, listSize } = input
  const level = input.level ?? (0.95 as Level)
  const refusal = countRefusal(x, n) ?? listRefusal(n, listSize) ?? levelRefusal(level)
  if (refusal !== null) return notDefined('share-of-list', refusal)
  const by = methodFor(n, listSize)
  const found = limitsBy[by]({ x, n, listSize, level })
  return calculated(
    'share-of-list',
    { x, n, listSize, level },
    {
      options: { level, listSize, by },
      n,
      estimate: x / n,
      interval: found,
      warnings: by === 'whole list' ? [wholeListWarning] : shareWarnings(x, n),
      cannotShow: found === null ? null : wideSentence(n, found.low, found.high),
    },
  )
}

/** Said where there is nothing left to estimate. */
export const wholeListWarning =
  'The whole list was looked at: this is the figure itself, not an estimate.'

const listRefusal = (n: number, listSize: number): string | null =>
  wholeRefusal('The size of the list', listSize) ??
  (n > listSize
    ? `The cases looked at, ${String(n)}, are more than the list holds, ${String(listSize)}.`
    : null) ??
  (n / listSize > smallPart && listSize > longestList
    ? `The size of the list cannot be more than ${String(longestList)} here.`
    : null)

const methodFor = (n: number, listSize: number): keyof typeof limitsBy => {
  if (n === listSize) return 'whole list'
  return n / listSize > smallPart ? 'hypergeometric' : 'wilson'
}

type Sound<Level extends number> = Required<ListInput<Level>>

const wilsonOf = <Level extends number>({ x, n, level }: Sound<Level>) => {
  const result = wilson({ x, n, level })
  return result.is === 'calculated' ? result.interval : null
}

const shareLimits = <Level extends number>({ x, n, listSize, level }: Sound<Level>) => {
  const { low, high } = countLimits({ x, n, listSize }, (1 - level) / 2)
  // On a list all but drawn out, x / n can fall between two whole counts: widen to hold it.
  return interval(
    'hypergeometric-share',
    level,
    Math.min(low / listSize, x / n),
    Math.max(high / listSize, x / n),
  )
}

const limitsBy = { 'whole list': () => null, hypergeometric: shareLimits, wilson: wilsonOf }

const countLimits = (
  { x, n, listSize }: ListInput,
  tail: number,
): { low: number; high: number } => {
  const [fewest, most] = [x, listSize - n + x]
  const atMost = (seen: number, marked: number): number =>
    hypergeometricCdf(seen, { total: listSize, marked, drawn: n })
  // A chance equal to the tail is rejected on both sides, whatever its last digit says.
  const rejected = (chance: number): boolean => chance <= tail * (1 + 1e-9)
  return {
    low: firstCount(fewest, most, marked => x === 0 || !rejected(1 - atMost(x - 1, marked))),
    high: firstCount(fewest, most, marked => rejected(atMost(x, marked + 1))),
  }
}

/** The first count for which `holds`, which stays true once it is; the last count if it never does. */
const firstCount = (fewest: number, most: number, holds: (count: number) => boolean): number => {
  let [from, to] = [fewest, most]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (holds(middle)) to = middle
    else from = middle + 1
  }
  return from
}
