/** Reference cases about two shares: x1 of n1, then x2 of n2. */
import { fisher } from '../intervals/fisher.ts'
import { miettinenNurminen } from '../intervals/miettinen-nurminen.ts'
import { newcombe } from '../intervals/newcombe.ts'
import { posteriorDifference, probabilityGreater } from '../intervals/posterior-difference.ts'
import type { Prior } from '../intervals/beta-posterior.ts'
import type { Answers, CaseInput } from './answers.ts'
import { estimateOf, figureOf, levelIn, limitsOf } from './answers.ts'
import { alongOdds, fisherAsPrinted } from './fisher-as-printed.ts'

const counts = (input: CaseInput) => ({
  x1: input.number('x1'),
  n1: input.number('n1'),
  x2: input.number('x2'),
  n2: input.number('n2'),
})

const shares = (input: CaseInput) => ({ ...counts(input), level: input.numberOr('level', 0.95) })

const priorIn = (name: string | undefined): Prior => (name === 'jeffreys' ? 'jeffreys' : 'uniform')

export const twoShares: Answers = [
  [/^diff$/, input => estimateOf(newcombe(shares(input)))],
  [/^newcombe_hybrid_score$/, input => limitsOf(newcombe(shares(input)))],
  [/^miettinen_nurminen_score$/, input => limitsOf(miettinenNurminen(shares(input)))],
  [/^fisher_two_sided_p$/, input => figureOf(fisher(shares(input)), ({ p }) => p)],
  [
    /^fisher_conditional_or$/,
    input => ({
      printed: fisherAsPrinted(shares(input)).oddsRatio,
      exact: figureOf(fisher(shares(input)), ({ oddsRatio }) => oddsRatio),
      along: alongOdds,
    }),
  ],
  [
    /^fisher_or_ci$/,
    input => ({
      printed: fisherAsPrinted(shares(input)).limits,
      exact: limitsOf(fisher(shares(input))),
      along: alongOdds,
    }),
  ],
  [
    /^bayes_(beta11|jeffreys)_prob_p2_greater$/,
    (input, [prior]) => estimateOf(probabilityGreater({ ...counts(input), prior: priorIn(prior) })),
  ],
  [
    /^bayes_(beta11|jeffreys)_prob_diff_over_([\d.]+)$/,
    (input, [prior, by]) =>
      estimateOf(probabilityGreater({ ...counts(input), prior: priorIn(prior), by: Number(by) })),
  ],
  [
    /^bayes_(beta11|jeffreys)_diff_credible_(\d+)$/,
    (input, [prior, level]) =>
      limitsOf(
        posteriorDifference({ ...counts(input), prior: priorIn(prior), level: levelIn(level) }),
      ),
  ],
]
