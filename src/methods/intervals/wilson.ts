/** Which shares fit x of n cases? The default interval for one share. */
import { twoSidedZ } from '../distributions/standard.ts'
import { countRefusal, levelRefusal } from '../refusals.ts'
import type { Interval, Result } from '../result.ts'
import { calculated, interval, notDefined } from '../result.ts'
import { shareWarnings, wideSentence } from './share-notes.ts'

export interface ShareInput<Level extends number = number> {
  /** Cases found. */
  readonly x: number
  /** Cases looked at. */
  readonly n: number
  /** Share of such intervals that hold the true share in the long run; 0.95 unless given. */
  readonly level?: Level
}

/**
 * Wilson's score interval: (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n), with p = x/n.
 * Wilson 1927, JASA 22:209; recommended by Brown, Cai and DasGupta 2001, Statistical Science 16:101.
 * Shares from 0 to 1. Counts that are not counts, n = 0 and x > n are `not defined`.
 * The interval is for cases drawn by chance; cases that were chosen describe themselves only.
 * @example wilson({ x: 5, n: 9 }) // estimate 0.556, interval 0.267 to 0.811
 */
export const wilson = <const Level extends number = 0.95>(
  input: ShareInput<Level>,
): Result<number, Interval<'wilson', Level>> => {
  const { x, n } = input
  const level = input.level ?? (0.95 as Level)
  const refusal = countRefusal(x, n) ?? levelRefusal(level)
  if (refusal !== null) return notDefined('wilson', refusal)
  const { low, high } = wilsonLimits(x, n, twoSidedZ(level))
  return calculated(
    'wilson',
    { x, n, level },
    {
      options: { level },
      n,
      estimate: x / n,
      interval: interval('wilson', level, low, high),
      warnings: shareWarnings(x, n),
      cannotShow: wideSentence(n, low, high),
    },
  )
}

/** The limits alone, for `z` standard errors; x and n must be sound. */
export const wilsonLimits = (x: number, n: number, z: number): { low: number; high: number } => {
  const p = x / n
  const centre = p + (z * z) / (2 * n)
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  const scale = 1 + (z * z) / n
  // The formula is exact at the ends, arithmetic is not: 0 of n must start at 0, n of n end at 1.
  return {
    low: x === 0 ? 0 : Math.max(0, (centre - half) / scale),
    high: x === n ? 1 : Math.min(1, (centre + half) / scale),
  }
}
