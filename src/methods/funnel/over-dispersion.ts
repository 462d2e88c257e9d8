/** Do places differ by more than chance, all together? Then limits for chance alone flag too many. */
import { gammaTail } from '../distributions/gamma.ts'
import { countRefusal, insideShareRefusal } from '../refusals.ts'
import type { Result } from '../result.ts'
import { calculated, notDefined } from '../result.ts'
import { arcsineError } from './arcsine-limits.ts'

export interface OverDispersionInput {
  /** Cases looked at, by place. */
  readonly n: readonly number[]
  /** Cases found, by place. */
  readonly x: readonly number[]
  /** The share that every place is compared with, between 0 and 1. */
  readonly target: number
  /** Part of the places at each end whose z is drawn in; 0.1 unless given, 0 for none. */
  readonly winsorise?: number
}

export interface OverDispersion {
  /** Distance of each place from the target, in standard errors on the arcsine scale. */
  readonly z: readonly number[]
  /** Mean of z²; about 1 where only chance is at work. */
  readonly phiRaw: number
  /** Mean of z² after drawing in the ends, so that a few outliers do not hide themselves. */
  readonly phi: number
  /** Variance between places on the arcsine scale, for `arcsineFunnelLimits`; 0 where phi shows none. */
  readonly tau2: number
  /** Chance of a mean z² at least as large as phiRaw if only chance were at work. */
  readonly chance: number
}

/**
 * z = (asin √p - asin √θ) 2 √n; φ = mean z²; winsorised: z below the 10% quantile (type 7) counts as that
 * quantile, above the 90% one likewise. τ² = max(0, (kφ - (k-1)) / (Σw - Σw²/Σw)), w = 4n, the form of
 * DerSimonian and Laird. Spiegelhalter 2005, Statistics in Medicine 24:1185, sections 4 and appendix A;
 * QSHC 2005 14:347. Two places or more.
 * @example overDispersion({ n: [70, 171, 117], x: [26, 50, 38], target: 0.308 }) // phi below 1, tau2 0
 */
export const overDispersion = (input: OverDispersionInput): Result<OverDispersion, null> => {
  const { n, x, target, winsorise = 0.1 } = input
  const refusal = dispersionRefusal(input, winsorise)
  if (refusal !== null) return notDefined('over-dispersion', refusal)
  const z = n.map((cases, i) => arcsineZ(x[i] ?? 0, cases, target))
  const phiRaw = meanSquare(z)
  const phi = meanSquare(drawnIn(z, winsorise))
  const tau2 = varianceBetween(n, phi)
  return calculated(
    'over-dispersion',
    { n, x, target, winsorise },
    {
      options: { target, winsorise, groups: n.length },
      n: n.reduce((sum, cases) => sum + cases, 0),
      estimate: { z, phiRaw, phi, tau2, chance: gammaTail((n.length * phiRaw) / 2, n.length / 2) },
      interval: null,
      warnings: n.length < 10 ? ['Fewer than 10 places: phi itself is uncertain.'] : [],
      cannotShow: tau2 > 0 ? 'Places differ by more than chance; this does not show why.' : null,
    },
  )
}

/** Distance of x of n from the target in standard errors on the arcsine scale. */
const arcsineZ = (x: number, n: number, target: number): number =>
  (Math.asin(Math.sqrt(x / n)) - Math.asin(Math.sqrt(target))) / arcsineError(n)

const meanSquare = (z: readonly number[]): number =>
  z.reduce((sum, each) => sum + each * each, 0) / z.length

/** Winsorised, not trimmed: the ends stay in and count as the quantile. */
const drawnIn = (z: readonly number[], part: number): number[] => {
  const sorted = z.toSorted((a, b) => a - b)
  const [low, high] = [quantile7(sorted, part), quantile7(sorted, 1 - part)]
  return z.map(each => Math.min(high, Math.max(low, each)))
}

/** Type 7 of Hyndman and Fan 1996, The American Statistician 50:361: linear between order statistics. */
const quantile7 = (sorted: readonly number[], p: number): number => {
  const position = (sorted.length - 1) * p
  const below = Math.floor(position)
  const low = sorted[below] ?? 0
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low
  return low + (position - below) * (high - low)
}

const varianceBetween = (n: readonly number[], phi: number): number => {
  const weights = n.map(cases => 1 / arcsineError(cases) ** 2)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const squares = weights.reduce((total, weight) => total + weight * weight, 0)
  return Math.max(0, (n.length * phi - (n.length - 1)) / (sum - squares / sum))
}

const dispersionRefusal = ({ n, x, target }: OverDispersionInput, part: number): string | null => {
  if (n.length < 2) return 'There must be at least two places.'
  if (n.length !== x.length) return 'Every place needs its cases looked at and found.'
  const bad = n.map((cases, i) => placeRefusal(i, x[i] ?? 0, cases)).find(each => each !== null)
  if (bad !== undefined) return bad
  if (!(part >= 0 && part < 0.5)) return 'The part drawn in must be 0 or more and less than 0.5.'
  return insideShareRefusal('The target', target)
}

const placeRefusal = (index: number, x: number, n: number): string | null => {
  const refusal = countRefusal(x, n)
  return refusal === null ? null : `Place ${String(index + 1)}: ${refusal}`
}
