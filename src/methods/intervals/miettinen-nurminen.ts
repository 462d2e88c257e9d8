/** By how much do two shares differ, by the score method? A check on Newcombe's interval. */
import { twoSidedZ } from '../distributions/standard.ts'
import { rootBetween } from '../numbers/root.ts'
import { levelRefusal, twoCountsRefusal } from '../refusals.ts'
import type { Interval, Result } from '../result.ts'
import { calculated, interval, notDefined } from '../result.ts'
import type { TwoSharesInput } from './newcombe.ts'
import { noDirectionSentence } from './newcombe.ts'

/**
 * The differences δ = p2 - p1 that the score test does not reject: |d - δ| <= z √V(δ), where V is the
 * variance at the shares most likely under δ, times N / (N - 1).
 * Miettinen and Nurminen 1985, Statistics in Medicine 4:213. Differences from -1 to 1.
 * @example miettinenNurminen({ x1: 48, n1: 80, x2: 56, n2: 70 }) // 0.0528 to 0.3382
 */
export const miettinenNurminen = <const Level extends number = 0.95>(
  input: TwoSharesInput<Level>,
): Result<number, Interval<'miettinen-nurminen', Level>> => {
  const level = input.level ?? (0.95 as Level)
  const refusal = twoCountsRefusal(input) ?? levelRefusal(level)
  if (refusal !== null) return notDefined('miettinen-nurminen', refusal)
  const { x1, n1, x2, n2 } = input
  const difference = x2 / n2 - x1 / n1
  const z = twoSidedZ(level)
  const low = rootBetween(delta => score(input, delta) - z, -1, difference)
  const high = rootBetween(delta => score(input, delta) + z, difference, 1)
  return calculated(
    'miettinen-nurminen',
    { x1, n1, x2, n2, level },
    {
      options: { level },
      n: n1 + n2,
      estimate: difference,
      interval: interval('miettinen-nurminen', level, low, high),
      cannotShow: noDirectionSentence(low, high),
    },
  )
}

/** (d - δ) / √V(δ); falls as δ grows. */
const score = (counts: TwoSharesInput, delta: number): number => {
  const { x1, n1, x2, n2 } = counts
  const gap = x2 / n2 - x1 / n1 - delta
  if (gap === 0) return 0
  const first = likeliestFirst(counts, delta)
  const second = first + delta
  const variance = (first * (1 - first)) / n1 + (second * (1 - second)) / n2
  return gap / Math.sqrt((Math.max(0, variance) * (n1 + n2)) / (n1 + n2 - 1))
}

/**
 * The first share most likely under p2 = p1 + δ: the middle root of a cubic in closed form
 * (Miettinen and Nurminen 1985, appendix I; their groups 1 and 0 are our second and first).
 */
const likeliestFirst = ({ x1, n1, x2, n2 }: TwoSharesInput, delta: number): number => {
  const total = n1 + n2
  const cubic = {
    a: total,
    b: (n2 + 2 * n1) * delta - total - x1 - x2,
    c: (n1 * delta - total - 2 * x1) * delta + x1 + x2,
    d: x1 * delta * (1 - delta),
  }
  const shift = cubic.b / (3 * cubic.a)
  const q = shift ** 3 - (cubic.b * cubic.c) / (6 * cubic.a ** 2) + cubic.d / (2 * cubic.a)
  const size = Math.sign(q) * Math.sqrt(Math.max(0, shift ** 2 - cubic.c / (3 * cubic.a)))
  const turn = size === 0 ? 0 : Math.min(1, Math.max(-1, q / size ** 3))
  const root = 2 * size * Math.cos((Math.PI + Math.acos(turn)) / 3) - shift
  return Math.min(Math.min(1, 1 - delta), Math.max(Math.max(0, -delta), root))
}
