/** Reference cases about small lists and about how many cases to read. */
import { countOnList } from '../intervals/small-list.ts'
import { comparisonSize } from '../sampling/comparison-size.ts'
import { discoverySize } from '../sampling/discovery-size.ts'
import { precisionSize } from '../sampling/precision-size.ts'
import type { Answers, CaseInput } from './answers.ts'
import { estimateOf, figureOf, limitsOf } from './answers.ts'
import { arcsineSizeAsPrinted, pooledSizeAsPrinted } from './sizes-as-printed.ts'

const countLimits = (input: CaseInput) => {
  const [x, n, listSize] = [input.number('x'), input.number('n'), input.number('N')]
  const result = countOnList({ x, n, listSize, level: input.numberOr('level', 0.95) })
  // Where the whole list was drawn the count itself stands at both ends.
  const [low, high] = limitsOf(result)
  return n === listSize ? { low: x, high: x } : { low: low ?? NaN, high: high ?? NaN }
}

export const smallList: Answers = [
  [/^count_low$/, input => countLimits(input).low],
  [/^count_high$/, input => countLimits(input).high],
  [/^share_low$/, input => countLimits(input).low / input.number('N')],
  [/^share_high$/, input => countLimits(input).high / input.number('N')],
]

export const discovery: Answers = [
  [
    /^n$/,
    input =>
      estimateOf(
        discoverySize({
          listSize: input.number('N'),
          bad: input.number('bad'),
          confidence: input.numberOr('confidence', 0.95),
        }),
      ),
  ],
]

export const precision: Answers = [
  [
    /^n$/,
    input =>
      estimateOf(
        precisionSize({
          p: input.number('p'),
          halfWidth: input.number('half_width'),
          level: input.numberOr('level', 0.95),
        }),
      ),
  ],
]

const wanted = (input: CaseInput) => ({
  p1: input.number('p1'),
  p2: input.number('p2'),
  power: input.numberOr('power', 0.8),
  alpha: input.numberOr('alpha', 0.05),
  twoSided: input.flagOr('two_sided', true),
})

const sizes = (input: CaseInput) => comparisonSize(wanted(input))

const plain = (size: number): number => size

export const power: Answers = [
  [
    /^n_per_group_pooled_normal$/,
    input => ({
      printed: pooledSizeAsPrinted(wanted(input)),
      exact: figureOf(sizes(input), size => size.pooledNormal),
      along: plain,
    }),
  ],
  [
    /^n_per_group_arcsine$/,
    input => ({
      printed: arcsineSizeAsPrinted(wanted(input)),
      exact: figureOf(sizes(input), size => size.arcsine),
      along: plain,
    }),
  ],
  [/^cohen_h$/, input => figureOf(sizes(input), size => size.cohenH)],
]
