/** How far from the target does chance alone take a share of n cases? The limits of a funnel plot. */
import { binomialCdf } from '../distributions/standard.ts'
import { insideShareRefusal, levelRefusal, wholeRefusal } from '../refusals.ts'
import type { Interval, Result } from '../result.ts'
import { calculated, interval, notDefined } from '../result.ts'

export interface FunnelLimitsInput<Level extends number = number> {
  /** Cases looked at. */
  readonly n: number
  /** The share that every place is compared with, between 0 and 1. */
  readonly target: number
  /** Share of places on target that fall inside; funnels show 0.95 and 0.998. */
  readonly level?: Level
}

/**
 * Exact binomial limits, smoothed between whole counts: with r the smallest count whose cumulative
 * chance F(r) reaches the tail t, the limit is (r - (F(r) - t) / (F(r) - F(r-1))) / n, cut to 0 and 1.
 * Spiegelhalter 2005, Statistics in Medicine 24:1185, appendix A.1.1.
 * The estimate is the target itself. A target of 0 or 1 and n = 0 are `not defined`.
 * @example binomialFunnelLimits({ n: 9, target: 0.308, level: 0.95 }) // 0 to 0.573
 */
export const binomialFunnelLimits = <const Level extends number = 0.95>(
  input: FunnelLimitsInput<Level>,
): Result<number, Interval<'binomial-funnel', Level>> => {
  const { n, target } = input
  const level = input.level ?? (0.95 as Level)
  const refusal = funnelRefusal(n, target) ?? levelRefusal(level)
  if (refusal !== null) return notDefined('binomial-funnel', refusal)
  const tail = (1 - level) / 2
  const [low, high] = [limit(n, target, tail), limit(n, target, 1 - tail)]
  return calculated(
    'binomial-funnel',
    { n, target, level },
    {
      options: { level, target },
      n,
      estimate: target,
      interval: interval('binomial-funnel', level, low, high),
      warnings: n < 10 ? ['Fewer than 10 cases: do not place this group against the others.'] : [],
    },
  )
}

/** The rules that every funnel limit keeps. */
export const funnelRefusal = (n: number, target: number): string | null =>
  wholeRefusal('The number of cases', n) ??
  (n === 0 ? 'There are no cases, so chance has no limits.' : null) ??
  insideShareRefusal('The target', target)

const limit = (n: number, target: number, tail: number): number => {
  const r = smallestCount(n, target, tail)
  const reached = binomialCdf(r, n, target)
  const before = r === 0 ? 0 : binomialCdf(r - 1, n, target)
  const back = (reached - tail) / (reached - before)
  return Math.min(1, Math.max(0, (r - back) / n))
}

/** The smallest count r with P(X <= r) >= tail, by halving. */
const smallestCount = (n: number, target: number, tail: number): number => {
  let [below, at] = [-1, n]
  while (at - below > 1) {
    const middle = Math.floor((below + at) / 2)
    if (binomialCdf(middle, n, target) >= tail) at = middle
    else below = middle
  }
  return at
}
