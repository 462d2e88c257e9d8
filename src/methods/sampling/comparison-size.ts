/** How many cases in each group do we need to show a difference that is really there? */
import { normalCdf } from '../distributions/gamma.ts'
import { normalQuantile } from '../distributions/standard.ts'
import { rootBetween } from '../numbers/root.ts'
import type { Result } from '../result.ts'
import { calculated, notDefined } from '../result.ts'
import { chanceShown } from './power.ts'

export interface ComparisonSizeInput {
  readonly p1: number
  readonly p2: number
  /** Chance of showing the difference; 0.8 unless given. */
  readonly power?: number
  /** Chance of showing one where there is none; 0.05 unless given. */
  readonly alpha?: number
  /** Either direction counts; true unless given. */
  readonly twoSided?: boolean
}

export interface ComparisonSize {
  /** Cases a group, by the normal formula with a pooled variance; not rounded up. */
  readonly pooledNormal: number
  /** Cases a group, by Cohen's arcsine formula; not rounded up. */
  readonly arcsine: number
  /** Cohen's h: 2 asin √p2 - 2 asin √p1. */
  readonly cohenH: number
  /** Whole cases a group, or any more, by going through every count with Newcombe's interval; null above 1,000. */
  readonly newcombe: number | null
}

/**
 * Pooled: ((zα √(2 p̄ q̄) + zβ √(p1q1 + p2q2)) / (p1 - p2))² (Fleiss, Levin and Paik 2003, Statistical
 * Methods for Rates and Proportions, chapter 4). Arcsine: the n at which the chance that a normal variable
 * of mean |h| √(n/2) passes zα, on either side if two-sided, is `power` (Cohen 1988, chapter 6).
 * Newcombe: the search with `chanceOfShowing`, two-sided at level 1 - α.
 * @example comparisonSize({ p1: 0.4, p2: 0.6 }) // 97 cases in each group
 */
export const comparisonSize = (input: ComparisonSizeInput): Result<ComparisonSize, null> => {
  const sound = { power: 0.8, alpha: 0.05, twoSided: true, ...input }
  const refusal = sizeRefusal(sound)
  if (refusal !== null) return notDefined('comparison-size', refusal)
  const pooled = pooledSize(sound)
  return calculated('comparison-size', sound, {
    options: { ...sound },
    n: 2 * Math.ceil(pooled),
    estimate: {
      pooledNormal: pooled,
      arcsine: arcsineSize(sound),
      cohenH: cohenH(sound),
      newcombe: pooled > 1000 ? null : newcombeSize(sound, pooled),
    },
    interval: null,
  })
}

type Sound = Required<ComparisonSizeInput>

const sizeRefusal = ({ p1, p2, power, alpha }: Sound): string | null =>
  ordinaryRefusal('The first share', p1) ??
  ordinaryRefusal('The second share', p2) ??
  (Math.abs(p1 - p2) >= smallest ? null : 'The two shares are too alike to be told apart.') ??
  ordinaryRefusal('The power', power) ??
  ordinaryRefusal('Alpha', alpha) ??
  (power > alpha ? null : 'The power must be more than alpha.')

/** Chances and differences smaller than this ask for millions of cases. */
const smallest = 0.001

const ordinaryRefusal = (name: string, share: number): string | null =>
  share >= smallest && share <= 1 - smallest
    ? null
    : `${name} must lie between ${String(smallest)} and ${String(1 - smallest)}.`

const criticalZ = ({ alpha, twoSided }: Sound): number =>
  normalQuantile(1 - (twoSided ? alpha / 2 : alpha))

const pooledSize = (input: Sound): number => {
  const { p1, p2, power } = input
  const mean = (p1 + p2) / 2
  const none = criticalZ(input) * Math.sqrt(2 * mean * (1 - mean))
  const some = normalQuantile(power) * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2))
  return ((none + some) / (p1 - p2)) ** 2
}

const cohenH = ({ p1, p2 }: Sound): number =>
  2 * Math.asin(Math.sqrt(p2)) - 2 * Math.asin(Math.sqrt(p1))

const arcsineSize = (input: Sound): number => {
  const z = criticalZ(input)
  const h = Math.abs(cohenH(input))
  const chance = (n: number): number => {
    const mean = h * Math.sqrt(n / 2)
    return normalCdf(mean - z) + (input.twoSided ? normalCdf(-mean - z) : 0)
  }
  const enough = 2 * ((z + Math.abs(normalQuantile(input.power)) + 1) / h) ** 2
  return rootBetween(n => chance(n) - input.power, 0, enough, 1e-10)
}

/** The power saws up and down with whole counts; its teeth are not longer than this. */
const tooth = 10

/**
 * The fewest cases a group from which on every size reaches the power; a smaller one may reach it by luck of
 * whole numbers. Halving finds the neighbourhood, then every size in it is tried.
 */
const newcombeSize = (input: Sound, pooled: number): number => {
  const { p1, p2, power } = input
  const z = criticalZ(input)
  const reached = (n: number): boolean => chanceShown({ p1, p2, n1: n, n2: n }, z) >= power
  let [from, to] = [1, Math.ceil(1.5 * pooled) + 20]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (reached(middle)) to = middle
    else from = middle + 1
  }
  let size = from + tooth
  while (size > 1 && size > from - tooth && reached(size - 1)) size--
  return size
}
