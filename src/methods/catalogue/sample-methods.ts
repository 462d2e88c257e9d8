/** Calculations about lists, strata, grades and sizes of samples, by name. */
import { ordinalCompare } from '../intervals/ordinal.ts'
import { countOnList, shareOfList } from '../intervals/small-list.ts'
import { stratifiedShare } from '../intervals/stratified.ts'
import { comparisonSize } from '../sampling/comparison-size.ts'
import { discoverySize } from '../sampling/discovery-size.ts'
import { chanceOfShowing } from '../sampling/power.ts'
import { precisionSize } from '../sampling/precision-size.ts'
import { count, counts, flag, number, optional, texts } from './fields.ts'
import type { Method } from './method.ts'
import { method } from './method.ts'

const level = optional(number, '0.95')
const list = { x: count, n: count, listSize: count, level }

export const sampleMethods: readonly Method[] = [
  method({
    name: 'share-of-list',
    question: 'Which shares of a list fit x of n cases drawn from it?',
    page: 'small-lists',
    shape: list,
    run: shareOfList,
  }),
  method({
    name: 'count-on-list',
    question: 'How many cases on a list fit x of n drawn from it?',
    page: 'small-lists',
    shape: list,
    run: countOnList,
  }),
  method({
    name: 'discovery-size',
    question: 'How many cases to read to meet at least one bad one, if there are so many?',
    page: 'sample-size',
    shape: { listSize: count, bad: count, confidence: optional(number, '0.95') },
    run: discoverySize,
  }),
  method({
    name: 'precision-size',
    question: 'How many cases to read to know a share to within so much?',
    page: 'sample-size',
    shape: { p: number, halfWidth: number, level },
    run: precisionSize,
  }),
  method({
    name: 'comparison-size',
    question: 'How many cases a group to show a difference that is really there?',
    page: 'sample-size',
    shape: {
      p1: number,
      p2: number,
      power: optional(number, '0.8'),
      alpha: optional(number, '0.05'),
      twoSided: optional(flag, 'true'),
    },
    run: comparisonSize,
  }),
  method({
    name: 'chance-of-showing',
    question: 'How likely are two samples to show a difference that is really there?',
    page: 'sample-size',
    shape: { p1: number, p2: number, n1: count, n2: count, level },
    run: chanceOfShowing,
  }),
  method({
    name: 'stratified-share',
    question: 'What share of a list, when cases were drawn from each part of it?',
    page: 'stratified',
    shape: { population: counts, sample: counts, found: counts, level },
    run: stratifiedShare,
  }),
  method({
    name: 'ordinal-compare',
    question: 'Did the grades as a whole move between two periods?',
    page: 'ordinal',
    shape: { levels: texts, before: counts, after: counts },
    run: ordinalCompare,
  }),
]
