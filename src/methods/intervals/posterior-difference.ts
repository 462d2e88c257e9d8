/** How likely is it that the second share is larger, and by how much? */
import { levelRefusal, twoCountsRefusal } from '../refusals.ts'
import type { Interval, Result } from '../result.ts'
import { calculated, interval, notDefined } from '../result.ts'
import type { Pair } from './beta-difference.ts'
import { chanceAbove, differenceAt, meanOf } from './beta-difference.ts'
import type { Prior } from './beta-posterior.ts'
import { priorCases, priorRefusal } from './beta-posterior.ts'
import type { TwoSharesInput } from './newcombe.ts'
import { noDirectionSentence } from './newcombe.ts'

export interface PosteriorDifferenceInput<
  Level extends number = number,
> extends TwoSharesInput<Level> {
  /** Uniform unless given. */
  readonly prior?: Prior
}

export interface ProbabilityInput {
  readonly x1: number
  readonly n1: number
  readonly x2: number
  readonly n2: number
  /** By more than this difference of shares (0.1 is ten points); 0 unless given. */
  readonly by?: number
  readonly prior?: Prior
}

/**
 * P(p2 - p1 > by) for two independent beta posteriors. The estimate is a probability from 0 to 1; there
 * is no interval. The belief of a fresh observer who takes the cases as drawn by chance: not a test.
 * @example probabilityGreater({ x1: 5, n1: 9, x2: 17, n2: 21 }) // 0.92
 */
export const probabilityGreater = (input: ProbabilityInput): Result<number, null> => {
  const { x1, n1, x2, n2, by = 0, prior = 'uniform' } = input
  const refusal = twoCountsRefusal(input) ?? differenceRefusal(by) ?? priorRefusal(prior)
  if (refusal !== null) return notDefined('probability-greater', refusal)
  const pair = posteriorsOf(input, prior)
  return calculated(
    'probability-greater',
    { x1, n1, x2, n2, by, prior },
    {
      options: { by, prior },
      n: n1 + n2,
      estimate: chanceAbove(pair, by),
      interval: null,
    },
  )
}

/**
 * The posterior of p2 - p1: its mean, and the equal-tailed credible interval found by solving
 * P(p2 - p1 > d) for d. Differences of shares from -1 to 1.
 * @example posteriorDifference({ x1: 4, n1: 10, x2: 15, n2: 20 }) // 0.311, interval -0.024 to 0.617
 */
export const posteriorDifference = <const Level extends number = 0.95>(
  input: PosteriorDifferenceInput<Level>,
): Result<number, Interval<'posterior-difference', Level>> => {
  const { x1, n1, x2, n2, prior = 'uniform' } = input
  const level = input.level ?? (0.95 as Level)
  const refusal = twoCountsRefusal(input) ?? levelRefusal(level) ?? priorRefusal(prior)
  if (refusal !== null) return notDefined('posterior-difference', refusal)
  const pair = posteriorsOf(input, prior)
  const tail = (1 - level) / 2
  const [low, high] = [differenceAt(pair, 1 - tail), differenceAt(pair, tail)]
  return calculated(
    'posterior-difference',
    { x1, n1, x2, n2, level, prior },
    {
      options: { level, prior },
      n: n1 + n2,
      estimate: meanOf(pair.second) - meanOf(pair.first),
      interval: interval('posterior-difference', level, low, high),
      cannotShow: noDirectionSentence(low, high),
    },
  )
}

const differenceRefusal = (by: number): string | null =>
  by >= -1 && by <= 1 ? null : 'The difference must lie between -1 and 1, like 0.1 for ten points.'

const posteriorsOf = (counts: TwoSharesInput, prior: Prior): Pair => {
  const extra = priorCases(prior)
  return {
    first: { a: counts.x1 + extra, b: counts.n1 - counts.x1 + extra },
    second: { a: counts.x2 + extra, b: counts.n2 - counts.x2 + extra },
  }
}
