/** Calculations about places compared with each other, by name. */
import { arcsineFunnelLimits } from '../funnel/arcsine-limits.ts'
import { binomialFunnelLimits } from '../funnel/binomial-limits.ts'
import { expectedFalseFlags } from '../funnel/false-flags.ts'
import { overDispersion } from '../funnel/over-dispersion.ts'
import { ratioFunnelLimits } from '../funnel/ratio-limits.ts'
import { count, counts, number, optional } from './fields.ts'
import { method, type Method } from './method.ts'

const page = 'funnel-limits'
const level = optional(number, '0.95')
const tau2 = optional(number, '0')

export const funnelMethods: readonly Method[] = [
  method({
    name: 'binomial-funnel',
    question: 'How far from the target does chance alone take a share of n cases?',
    page,
    shape: { n: count, target: number, level },
    run: binomialFunnelLimits,
  }),
  method({
    name: 'arcsine-funnel',
    question: 'The same on the arcsine scale, widened where places differ by more than chance.',
    page,
    shape: { n: count, target: number, tau2, level },
    run: arcsineFunnelLimits,
  }),
  method({
    name: 'ratio-funnel',
    question: 'How far from the target does chance take a ratio of observed to expected?',
    page,
    shape: { expected: number, target: optional(number, '1'), tau2, level },
    run: ratioFunnelLimits,
  }),
  method({
    name: 'over-dispersion',
    question: 'Do places differ by more than chance, all together?',
    page,
    shape: { n: counts, x: counts, target: number, winsorise: optional(number, '0.1') },
    run: overDispersion,
  }),
  method({
    name: 'expected-false-flags',
    question: 'How many places would fall outside the limits although all are on target?',
    page,
    shape: { groups: count, level: optional(number, '0.998') },
    run: expectedFalseFlags,
  }),
]
