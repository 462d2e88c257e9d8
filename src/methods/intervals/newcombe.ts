/** By how much do two shares differ? The default interval for a difference. */
import { twoSidedZ } from '../distributions/standard.ts'
import { points } from '../percent.ts'
import { levelRefusal, twoCountsRefusal } from '../refusals.ts'
import type { Interval, Result } from '../result.ts'
import { calculated, interval, notDefined } from '../result.ts'
import { wilsonLimits } from './wilson.ts'

export interface TwoSharesInput<Level extends number = number> {
  /** First group: cases found. */
  readonly x1: number
  /** First group: cases looked at. */
  readonly n1: number
  /** Second group: cases found. */
  readonly x2: number
  /** Second group: cases looked at. */
  readonly n2: number
  /** Share of such intervals that hold the true difference in the long run; 0.95 unless given. */
  readonly level?: Level
}

/**
 * Newcombe's hybrid score interval for d = p2 - p1, from the Wilson limits (l, u) of each share:
 * d - √((p2-l2)² + (u1-p1)²) to d + √((u2-p2)² + (p1-l1)²).
 * Newcombe 1998, Statistics in Medicine 17:873, method 10. Differences of shares, from -1 to 1;
 * positive where the second share is larger. Groups must not share cases (not for pairs).
 * @example newcombe({ x1: 48, n1: 80, x2: 56, n2: 70 }) // estimate 0.2, interval 0.0524 to 0.3339
 */
export const newcombe = <const Level extends number = 0.95>(
  input: TwoSharesInput<Level>,
): Result<number, Interval<'newcombe', Level>> => {
  const level = input.level ?? (0.95 as Level)
  const refusal = twoCountsRefusal(input) ?? levelRefusal(level)
  if (refusal !== null) return notDefined('newcombe', refusal)
  const { x1, n1, x2, n2 } = input
  const difference = x2 / n2 - x1 / n1
  const { low, high } = newcombeLimits({ x1, n1, x2, n2 }, twoSidedZ(level))
  return calculated(
    'newcombe',
    { x1, n1, x2, n2, level },
    {
      options: { level },
      n: n1 + n2,
      estimate: difference,
      interval: interval('newcombe', level, low, high),
      warnings:
        Math.min(n1, n2) < 10 ? ['Fewer than 10 cases in a group: expect a wide interval.'] : [],
      cannotShow: noDirectionSentence(low, high),
    },
  )
}

/** The limits alone, for `z` standard errors; the counts must be sound. */
export const newcombeLimits = (
  { x1, n1, x2, n2 }: TwoSharesInput,
  z: number,
): { low: number; high: number } => {
  const p1 = x1 / n1
  const p2 = x2 / n2
  const first = wilsonLimits(x1, n1, z)
  const second = wilsonLimits(x2, n2, z)
  return {
    low: p2 - p1 - Math.hypot(p2 - second.low, first.high - p1),
    high: p2 - p1 + Math.hypot(second.high - p2, p1 - first.low),
  }
}

/** Where no difference lies inside the limits: what that leaves open, else null. */
export const noDirectionSentence = (low: number, high: number): string | null =>
  low <= 0 && high >= 0
    ? `This does not show which share is larger: anything from ${points(low)} points lower to ${points(high)} points higher would fit.`
    : null
