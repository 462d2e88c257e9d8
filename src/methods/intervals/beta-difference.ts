/** The difference of two independent beta variables, second less first. */
import { betaCdf, betaQuantile, normalQuantile } from '../distributions/standard.ts'
import { addUp, doubleExponential } from '../numbers/double-exponential.ts'
import { rootBetween } from '../numbers/root.ts'

export interface Beta {
  a: number
  b: number
}

export interface Pair {
  first: Beta
  second: Beta
}

export const meanOf = ({ a, b }: Beta): number => a / (a + b)

const spreadOf = ({ a, b }: Beta): number => (a * b) / ((a + b) ** 2 * (a + b + 1))

const rule = doubleExponential(48)

/**
 * P(p2 - p1 > d). Adds up over the quantiles of the narrower posterior, where the other's distribution
 * function is nearly straight; over shares the sum would not settle at the ends of a Jeffreys posterior.
 */
export const chanceAbove = ({ first, second }: Pair, d: number): number =>
  spreadOf(second) <= spreadOf(first)
    ? chanceBelowShifted(first, second, d)
    : 1 - chanceBelowShifted(second, first, -d)

/**
 * P(wide < narrow - d). Quantiles where narrow - d leaves 0 to 1 count for nothing or in full, and the
 * rule runs over the rest, so that no kink falls inside it.
 */
const chanceBelowShifted = (wide: Beta, narrow: Beta, d: number): number => {
  const from = betaCdf(shareAt(d), narrow.a, narrow.b)
  const to = betaCdf(shareAt(1 + d), narrow.a, narrow.b)
  const within = addUp(rule, u => {
    const share = betaQuantile(from + (to - from) * u, narrow.a, narrow.b)
    return betaCdf(shareAt(share - d), wide.a, wide.b)
  })
  return Math.min(1, Math.max(0, 1 - to + (to - from) * within))
}

/** The d with P(p2 - p1 > d) = chance; looked for near the normal guess first, which saves half the work. */
export const differenceAt = (pair: Pair, chance: number): number => {
  const spread = Math.sqrt(spreadOf(pair.first) + spreadOf(pair.second))
  const guess = meanOf(pair.second) - meanOf(pair.first) + normalQuantile(1 - chance) * spread
  const from = Math.max(-1, guess - spread / 2)
  const to = Math.min(1, guess + spread / 2)
  const beyond = (d: number): number => chanceAbove(pair, d) - chance
  const near = from < to && beyond(from) > 0 && beyond(to) < 0
  return near ? rootBetween(beyond, from, to, 1e-10) : rootBetween(beyond, -1, 1, 1e-10)
}

const shareAt = (x: number): number => Math.min(1, Math.max(0, x))
