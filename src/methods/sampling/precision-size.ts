/** How many cases must we read to know a share to within so many points? */
import { twoSidedZ } from '../distributions/standard.ts'
import { wilsonLimits } from '../intervals/wilson.ts'
import { levelRefusal, shareRefusal } from '../refusals.ts'
import type { Result } from '../result.ts'
import { calculated, notDefined } from '../result.ts'

export interface PrecisionInput {
  /** The share expected; 0.5 asks for the most cases. */
  readonly p: number
  /** Half the width that the interval may have; 0.1 is ten points either way. */
  readonly halfWidth: number
  readonly level?: number
}

/** Smaller half-widths ask for millions of cases and are refused. */
const narrowest = 0.001

/**
 * The smallest n for which Wilson's interval at x = p n (rounded, halves to the even number) is no wider
 * than 2 × halfWidth: a search on the interval that will be printed, not the normal formula.
 * Wilson 1927; the search as in Newcombe 2012, Confidence Intervals for Proportions, chapter 6.
 * The estimate is n, in cases, from an endless list; a short list needs fewer.
 * @example precisionSize({ p: 0.5, halfWidth: 0.15 }) // 39
 */
export const precisionSize = (input: PrecisionInput): Result<number, null> => {
  const { p, halfWidth, level = 0.95 } = input
  const refusal =
    shareRefusal('The expected share', p) ??
    (halfWidth >= narrowest && halfWidth < 1
      ? null
      : `The half-width must lie between ${String(narrowest)} and 1.`) ??
    levelRefusal(level)
  if (refusal !== null) return notDefined('precision-size', refusal)
  const z = twoSidedZ(level)
  let size = 1
  while (wilsonWidth(roundHalfEven(p * size), size, z) > 2 * halfWidth) size++
  return calculated(
    'precision-size',
    { p, halfWidth, level },
    {
      options: { p, halfWidth, level },
      n: size,
      estimate: size,
      interval: null,
    },
  )
}

const wilsonWidth = (x: number, n: number, z: number): number => {
  const { low, high } = wilsonLimits(x, n, z)
  return high - low
}

const roundHalfEven = (x: number): number => {
  const below = Math.floor(x)
  if (x - below !== 0.5) return Math.round(x)
  return below % 2 === 0 ? below : below + 1
}
