/** Distribution functions from @stdlib (checked against R to 1e-13 relative), under short names. */
import betaCdfOf from '@stdlib/stats-base-dists-beta-cdf'
import betaQuantileOf from '@stdlib/stats-base-dists-beta-quantile'
import binomialCdfOf from '@stdlib/stats-base-dists-binomial-cdf'
import normalQuantileOf from '@stdlib/stats-base-dists-normal-quantile'

/** P(X <= x) for X ~ Beta(a, b). */
export const betaCdf = (x: number, a: number, b: number): number => betaCdfOf(x, a, b)

/** The x with P(X <= x) = p for X ~ Beta(a, b). */
export const betaQuantile = (p: number, a: number, b: number): number => betaQuantileOf(p, a, b)

/** P(X <= x) for X ~ Binomial(n, p). */
export const binomialCdf = (x: number, n: number, p: number): number => binomialCdfOf(x, n, p)

/** The x with P(Z <= x) = p for a standard normal Z. */
export const normalQuantile = (p: number): number => normalQuantileOf(p, 0, 1)

/** The number of standard errors that holds a central share `level` of a normal distribution. */
export const twoSidedZ = (level: number): number => usualLevels.get(level) ?? zFor(level)

const zFor = (level: number): number => normalQuantile(1 - (1 - level) / 2)

/** A page asks for the same two levels a hundred times, and each takes a root search. */
const usualLevels = new Map([0.95, 0.998].map(level => [level, zFor(level)]))
