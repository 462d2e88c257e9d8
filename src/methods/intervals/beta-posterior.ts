/** Having seen x of n cases, what do we believe about the share? */
import { betaQuantile } from '../distributions/standard.ts'
import { countRefusal, levelRefusal } from '../refusals.ts'
import type { Interval, Result } from '../result.ts'
import { calculated, interval, notDefined } from '../result.ts'
import { shareWarnings, wideSentence } from './share-notes.ts'
import type { ShareInput } from './wilson.ts'

/** What was believed before: every share alike (Beta(1, 1)), or Jeffreys' Beta(½, ½). */
export type Prior = 'uniform' | 'jeffreys'

export const priors: readonly Prior[] = ['uniform', 'jeffreys']

/** The weight that a prior puts on each of the two outcomes, in cases. */
export const priorCases = (prior: Prior): number => (prior === 'uniform' ? 1 : 0.5)

export const priorRefusal = (prior: string): string | null =>
  priors.some(known => known === prior) ? null : 'The prior must be uniform or jeffreys.'

export interface PosteriorInput<Level extends number = number> extends ShareInput<Level> {
  /** Uniform unless given. */
  readonly prior?: Prior
}

/**
 * The posterior Beta(x + a, n - x + a): its mean as the estimate, its equal-tailed quantiles as the
 * credible interval. Bayes 1763; Jeffreys 1961, Theory of Probability, section 3.1.
 * Shares; refusals as for `wilson`.
 * @example betaPosterior({ x: 4, n: 10 }) // estimate 0.417, interval 0.167 to 0.692
 */
export const betaPosterior = <const Level extends number = 0.95>(
  input: PosteriorInput<Level>,
): Result<number, Interval<'beta-posterior', Level>> => {
  const { x, n, prior = 'uniform' } = input
  const level = input.level ?? (0.95 as Level)
  const refusal = countRefusal(x, n) ?? levelRefusal(level) ?? priorRefusal(prior)
  if (refusal !== null) return notDefined('beta-posterior', refusal)
  const [a, b] = [x + priorCases(prior), n - x + priorCases(prior)]
  const tail = (1 - level) / 2
  const [low, high] = [betaQuantile(tail, a, b), betaQuantile(1 - tail, a, b)]
  return calculated(
    'beta-posterior',
    { x, n, level, prior },
    {
      options: { level, prior },
      n,
      estimate: a / (a + b),
      interval: interval('beta-posterior', level, low, high),
      warnings: shareWarnings(x, n),
      cannotShow: wideSentence(n, low, high),
    },
  )
}

/**
 * Jeffreys' interval: the posterior from Beta(½, ½), equal tails, without the adjustment that some
 * packages make when none or all were found (Brown, Cai and DasGupta 2001, section 3.2).
 * @example jeffreys({ x: 4, n: 10 }) // interval 0.153 to 0.696
 */
export const jeffreys = <const Level extends number = 0.95>(input: ShareInput<Level>) =>
  betaPosterior({ ...input, prior: 'jeffreys' })
