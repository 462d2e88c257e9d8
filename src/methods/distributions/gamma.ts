/** The gamma distribution with scale 1, and what follows from it: the normal distribution function. */
import { rootBetween } from '../numbers/root.ts'

/**
 * ln Γ(x) for x > 0, by Lanczos' series (1964, SIAM J. Numer. Anal. B 1:86) with Godfrey's nine
 * coefficients for g = 7; good to about 1e-15 relative.
 */
export const logGamma = (x: number): number => {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const [first, ...rest] = lanczos
  const series = rest.reduce<number>((sum, weight, i) => sum + weight / (x + i), first)
  const t = x + 6.5
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series)
}

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
] as const

/** P(X <= x) for X ~ Gamma(shape, 1): the regularised incomplete gamma function P. */
export const gammaCdf = (x: number, shape: number): number =>
  x <= 0 ? 0 : x < shape + 1 ? lowerSeries(x, shape) : 1 - upperFraction(x, shape)

/** P(X > x) for X ~ Gamma(shape, 1), without losing small tails. */
export const gammaTail = (x: number, shape: number): number =>
  x <= 0 ? 1 : x < shape + 1 ? 1 - lowerSeries(x, shape) : upperFraction(x, shape)

/**
 * The x with P(X <= x) = p for X ~ Gamma(shape, 1): the distribution function solved for x, from
 * a bracket grown around the mean. Half of it is the chi-squared quantile of 2 × shape degrees.
 */
export const gammaQuantile = (p: number, shape: number): number => {
  let high = shape + 1
  while (gammaCdf(high, shape) < p) high *= 2
  let low = Math.min(shape, 1)
  while (gammaCdf(low, shape) > p) low /= 2
  return rootBetween(x => gammaCdf(x, shape) - p, low, high)
}

/** P(Z <= z) for a standard normal Z: half an incomplete gamma of shape ½ at z²/2 (DLMF 7.11.2). */
export const normalCdf = (z: number): number =>
  z < 0 ? gammaTail((z * z) / 2, 0.5) / 2 : 1 - gammaTail((z * z) / 2, 0.5) / 2

/** x^a e^-x / Γ(a). */
const front = (x: number, a: number): number => Math.exp(a * Math.log(x) - x - logGamma(a))

/** The series DLMF 8.11.4, for x below a + 1. */
const lowerSeries = (x: number, a: number): number => {
  let term = 1 / a
  let sum = term
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= x / (a + k)
    sum += term
  }
  return sum * front(x, a)
}

/** The continued fraction DLMF 8.9.2 from the front, by Lentz' method (1976, Applied Optics 15:668). */
const upperFraction = (x: number, a: number): number => {
  let b = x + 1 - a
  let c = 1e300
  let d = 1 / b
  let fraction = d
  for (let k = 1; k < 100_000; k++) {
    const numerator = -k * (k - a)
    b += 2
    d = 1 / (numerator * d + b)
    c = b + numerator / c
    fraction *= c * d
    if (Math.abs(c * d - 1) < 1e-16) break
  }
  return fraction * front(x, a)
}
