/** Reference cases about strata and about more than two grades. */
import { ordinalCompare } from '../intervals/ordinal.ts'
import { logitLimits, stratifiedLimits } from '../intervals/stratified-limits.ts'
import { stratifiedFigures } from '../intervals/stratified.ts'
import type { Limits } from '../intervals/stratified-limits.ts'
import type { Answers, CaseInput } from './answers.ts'
import { figureOf } from './answers.ts'

/**
 * The figures as the formulas give them: the printed answer withholds the interval where a stratum shows
 * no variation, the reference does not.
 */
const strata = (input: CaseInput) => {
  const sample = input.numbers('sample')
  const figures = stratifiedFigures({
    population: input.numbers('population'),
    sample,
    found: input.numbers('inadequate'),
  })
  const level = input.numberOr('level', 0.95)
  return { figures, level, sized: { ...figures, n: sample.reduce((sum, n) => sum + n, 0) } }
}

const pair = ({ low, high }: Limits): readonly number[] => [low, high]

const logit = (input: CaseInput): readonly number[] => {
  const { sized, level } = strata(input)
  return pair(logitLimits(sized, level))
}

const other =
  (way: 'beta' | 'mean') =>
  (input: CaseInput): readonly number[] => {
    const { sized, level } = strata(input)
    return pair(stratifiedLimits(sized, level)[way])
  }

export const stratified: Answers = [
  [/^weights$/, input => strata(input).figures.weights],
  [/^p$/, input => strata(input).figures.p],
  [/^se$/, input => strata(input).figures.se],
  [/^total$/, input => strata(input).figures.total],
  [/^total_se$/, input => strata(input).figures.totalSe],
  [/^df$/, input => strata(input).figures.df],
  [/^deff$/, input => strata(input).figures.deff],
  // The two differ only in how the standard error is carried to the logit scale, to the same formula.
  [/^ci_x?logit$/, logit],
  [/^ci_beta$/, other('beta')],
  [/^ci_mean$/, other('mean')],
]

const grades = (input: CaseInput) =>
  ordinalCompare({
    levels: input.texts('levels'),
    before: input.numbers('before'),
    after: input.numbers('after'),
  })

export const ordinal: Answers = [
  [/^prob_mean_score_higher_after$/, input => figureOf(grades(input), of => of.meanHigherAfter)],
  [/^prob_fewer_\w+_after$/, input => figureOf(grades(input), of => of.fewerLowestAfter)],
  [/^prob_superiority_posterior_mean$/, input => figureOf(grades(input), of => of.superiority)],
  [/^prob_superiority_over_half$/, input => figureOf(grades(input), of => of.superiorityOverHalf)],
  [/^observed_prob_superiority$/, input => figureOf(grades(input), of => of.observedSuperiority)],
  [/^mann_whitney_normal_p_two_sided$/, input => figureOf(grades(input), of => of.mannWhitneyP)],
]
