/** How many marked cases turn up when some of a list are drawn without putting back. */
import { logGamma } from './gamma.ts'

/** A list of `total` cases, `marked` of them marked, and `drawn` of all drawn. */
export interface Draw {
  readonly total: number
  readonly marked: number
  readonly drawn: number
}

/**
 * P(X <= x) for the number X of marked cases drawn: the sum of chances from x towards the nearer end,
 * each from its neighbour (Johnson, Kemp and Kotz 2005, Univariate Discrete Distributions, 6.2).
 * @stdlib's own sum always starts at x and walks down; far above the mean its first term is too small to
 * hold, and it answers 0 where the truth is 1. Hence this one, checked against theirs where both work.
 */
export const hypergeometricCdf = (x: number, draw: Draw): number => {
  const { total, marked, drawn } = draw
  if (x < Math.max(0, drawn + marked - total)) return 0
  if (x >= Math.min(drawn, marked)) return 1
  const mean = (drawn * marked) / total
  return x < mean ? sumDown(x, draw) : Math.max(0, 1 - sumUp(x + 1, draw))
}

/** P(X = x), through ln Γ. */
export const hypergeometricChance = (x: number, { total, marked, drawn }: Draw): number =>
  Math.exp(logChoose(marked, x) + logChoose(total - marked, drawn - x) - logChoose(total, drawn))

/** ln of the ways to choose k of n. */
export const logChoose = (n: number, k: number): number =>
  logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)

const sumDown = (x: number, draw: Draw): number => {
  const { total, marked, drawn } = draw
  let chance = hypergeometricChance(x, draw)
  let sum = chance
  for (let k = x; k > 0 && chance > sum * 1e-17; k--) {
    chance *= (k * (total - marked - drawn + k)) / ((marked - k + 1) * (drawn - k + 1))
    sum += chance
  }
  return Math.min(1, sum)
}

const sumUp = (x: number, draw: Draw): number => {
  const { total, marked, drawn } = draw
  let chance = hypergeometricChance(x, draw)
  let sum = chance
  for (let k = x; k < Math.min(drawn, marked) && chance > sum * 1e-17; k++) {
    chance *= ((marked - k) * (drawn - k)) / ((k + 1) * (total - marked - drawn + k + 1))
    sum += chance
  }
  return sum
}
