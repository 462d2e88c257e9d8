/** The kinds of reference case that our methods answer. A kind that is not listed is skipped by name. */
import type { Answers } from './answers.ts'
import { funnelPlotR, funnelPlotRRatio, funnelProportion } from './funnels.ts'
import { discovery, power, precision, smallList } from './lists-and-sizes.ts'
import { ordinal, stratified } from './many-grades.ts'
import { oneShare } from './one-share.ts'
import { twoShares } from './two-shares.ts'

export const answers: ReadonlyMap<string, Answers> = new Map([
  ['one_proportion', oneShare],
  ['two_proportions', twoShares],
  ['finite_population_count', smallList],
  ['discovery_sample_size', discovery],
  ['precision_sample_size', precision],
  ['power_two_proportions', power],
  ['stratified_proportion', stratified],
  ['ordinal_compare', ordinal],
  ['funnel_proportion', funnelProportion],
  ['funnelplotr_limits', funnelPlotR],
  ['funnelplotr_limits_sr', funnelPlotRRatio],
])
