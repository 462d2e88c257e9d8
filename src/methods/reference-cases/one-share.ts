/** Reference cases about one share: x of n. */
import { agrestiCoull } from '../intervals/agresti-coull.ts'
import { betaPosterior, jeffreys } from '../intervals/beta-posterior.ts'
import {
  clopperPearson,
  clopperPearsonLower,
  clopperPearsonUpper,
} from '../intervals/clopper-pearson.ts'
import { wilsonCorrected } from '../intervals/wilson-corrected.ts'
import { wilson } from '../intervals/wilson.ts'
import type { Answers, CaseInput } from './answers.ts'
import { estimateOf, levelIn, limitsOf } from './answers.ts'

const share = (input: CaseInput, level = input.numberOr('level', 0.95)) => ({
  x: input.number('x'),
  n: input.number('n'),
  level,
})

export const oneShare: Answers = [
  [/^wilson$/, input => limitsOf(wilson(share(input)))],
  [/^wilson_(\d+)$/, (input, [level]) => limitsOf(wilson(share(input, levelIn(level))))],
  [/^clopper_pearson$/, input => limitsOf(clopperPearson(share(input)))],
  [/^agresti_coull$/, input => limitsOf(agrestiCoull(share(input)))],
  [/^wilson_continuity_corrected$/, input => limitsOf(wilsonCorrected(share(input)))],
  [/^jeffreys_equal_tailed$/, input => limitsOf(jeffreys(share(input)))],
  [/^beta11_posterior_mean$/, input => estimateOf(betaPosterior(share(input)))],
  [
    /^beta11_credible_(\d+)$/,
    (input, [level]) => limitsOf(betaPosterior(share(input, levelIn(level)))),
  ],
  [
    /^one_sided_upper_(\d+)_clopper$/,
    (input, [level]) => limitsOf(clopperPearsonUpper(share(input, levelIn(level))))[1] ?? null,
  ],
  [
    /^one_sided_lower_(\d+)_clopper$/,
    (input, [level]) => limitsOf(clopperPearsonLower(share(input, levelIn(level))))[0] ?? null,
  ],
]
