/** How likely is it that two samples will show a difference that is really there? */
import { twoSidedZ } from '../distributions/standard.ts'
import { logChoose } from '../distributions/hypergeometric.ts'
import { newcombeLimits } from '../intervals/newcombe.ts'
import { levelRefusal, shareRefusal, wholeRefusal } from '../refusals.ts'
import type { Result } from '../result.ts'
import { calculated, notDefined } from '../result.ts'

export interface PowerInput {
  /** The true first share. */
  readonly p1: number
  /** The true second share. */
  readonly p2: number
  readonly n1: number
  readonly n2: number
  readonly level?: number
}

/** Larger groups are refused: every pair of counts is looked at. */
const largestGroup = 5000

/**
 * The chance that Newcombe's interval for p2 - p1 leaves out 0 on the true side, by going through every
 * pair of counts that can happen (Newcombe 1998, Statistics in Medicine 17:873, as the interval in use).
 * The estimate is a chance from 0 to 1.
 * @example chanceOfShowing({ p1: 0.6, p2: 0.4, n1: 20, n2: 20 }) // 0.22
 */
export const chanceOfShowing = (input: PowerInput): Result<number, null> => {
  const { p1, p2, n1, n2, level = 0.95 } = input
  const refusal = powerRefusal(input, level)
  if (refusal !== null) return notDefined('chance-of-showing', refusal)
  const chance = chanceShown({ p1, p2, n1, n2 }, twoSidedZ(level))
  return calculated(
    'chance-of-showing',
    { p1, p2, n1, n2, level },
    {
      options: { p1, p2, level },
      n: n1 + n2,
      estimate: chance,
      interval: null,
      cannotShow:
        chance < 0.8
          ? `Samples of ${String(n1)} and ${String(n2)} would miss this difference ${String(Math.round((1 - chance) * 100))} times in 100.`
          : null,
    },
  )
}

/** The chance alone; shares and sizes must be sound. */
export const chanceShown = ({ p1, p2, n1, n2 }: PowerInput, z: number): number => {
  const [first, second] = [chancesOf(n1, p1), chancesOf(n2, p2)]
  let shown = 0
  for (const [x1, chance1] of first) {
    for (const [x2, chance2] of second) {
      const { low, high } = newcombeLimits({ x1, n1, x2, n2 }, z)
      if (p2 > p1 ? low > 0 : high < 0) shown += chance1 * chance2
    }
  }
  return Math.min(1, shown)
}

const powerRefusal = ({ p1, p2, n1, n2 }: PowerInput, level: number): string | null =>
  shareRefusal('The first share', p1) ??
  shareRefusal('The second share', p2) ??
  (p1 === p2 ? 'The two shares are the same: there is no difference to show.' : null) ??
  groupRefusal('The first group', n1) ??
  groupRefusal('The second group', n2) ??
  levelRefusal(level)

const groupRefusal = (name: string, n: number): string | null =>
  wholeRefusal(name, n) ??
  (n >= 1 && n <= largestGroup
    ? null
    : `${name} must hold between 1 and ${String(largestGroup)} cases.`)

/** Counts that can happen, with their binomial chances; those under 1e-15 are left out. */
const chancesOf = (n: number, p: number): [number, number][] =>
  Array.from({ length: n + 1 }, (_, x): [number, number] => [x, binomialChance(x, n, p)]).filter(
    ([, chance]) => chance > 1e-15,
  )

const binomialChance = (x: number, n: number, p: number): number => {
  if (p === 0 || p === 1) return x === n * p ? 1 : 0
  return Math.exp(logChoose(n, x) + x * Math.log(p) + (n - x) * Math.log1p(-p))
}
