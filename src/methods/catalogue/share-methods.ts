/** Calculations about one share or two, by name. */
import { agrestiCoull } from '../intervals/agresti-coull.ts'
import { betaPosterior, jeffreys, priors } from '../intervals/beta-posterior.ts'
import {
  clopperPearson,
  clopperPearsonLower,
  clopperPearsonUpper,
} from '../intervals/clopper-pearson.ts'
import { fisher } from '../intervals/fisher.ts'
import { miettinenNurminen } from '../intervals/miettinen-nurminen.ts'
import { newcombe } from '../intervals/newcombe.ts'
import { posteriorDifference, probabilityGreater } from '../intervals/posterior-difference.ts'
import { wilsonCorrected } from '../intervals/wilson-corrected.ts'
import { wilson } from '../intervals/wilson.ts'
import { count, number, oneOf, optional } from './fields.ts'
import type { Method } from './method.ts'
import { method } from './method.ts'

const level = optional(number, '0.95')
const prior = optional(oneOf(priors), '"uniform"')
const share = { x: count, n: count, level }
const counts = { x1: count, n1: count, x2: count, n2: count }
const twoShares = { ...counts, level }

export const shareMethods: readonly Method[] = [
  method({
    name: 'wilson',
    question: 'Which shares fit x of n cases?',
    page: 'wilson-interval',
    shape: share,
    run: wilson,
  }),
  method({
    name: 'wilson-corrected',
    question: 'The same with a continuity correction, to compare with other software.',
    page: 'wilson-interval',
    shape: share,
    run: wilsonCorrected,
  }),
  method({
    name: 'agresti-coull',
    question: 'The same by Agresti and Coull, to compare with other software.',
    page: 'wilson-interval',
    shape: share,
    run: agrestiCoull,
  }),
  method({
    name: 'clopper-pearson',
    question: 'Which shares fit x of n cases, with a guarantee?',
    page: 'exact-binomial',
    shape: share,
    run: clopperPearson,
  }),
  method({
    name: 'clopper-pearson-upper',
    question: 'At most which share fits x of n cases?',
    page: 'exact-binomial',
    shape: share,
    run: clopperPearsonUpper,
  }),
  method({
    name: 'clopper-pearson-lower',
    question: 'At least which share fits x of n cases?',
    page: 'exact-binomial',
    shape: share,
    run: clopperPearsonLower,
  }),
  method({
    name: 'beta-posterior',
    question: 'Having seen x of n cases, what do we believe about the share?',
    page: 'beta-posteriors',
    shape: { ...share, prior },
    run: betaPosterior,
  }),
  method({
    name: 'jeffreys',
    question: 'The same from the prior of Jeffreys.',
    page: 'beta-posteriors',
    shape: share,
    run: jeffreys,
  }),
  method({
    name: 'newcombe',
    question: 'By how much do two shares differ?',
    page: 'difference-of-two-shares',
    shape: twoShares,
    run: newcombe,
  }),
  method({
    name: 'miettinen-nurminen',
    question: 'The same by the score method, as a check.',
    page: 'difference-of-two-shares',
    shape: twoShares,
    run: miettinenNurminen,
  }),
  method({
    name: 'fisher',
    question: 'Could the split between two groups be chance alone?',
    page: 'difference-of-two-shares',
    shape: twoShares,
    run: fisher,
  }),
  method({
    name: 'probability-greater',
    question: 'How likely is it that the second share is larger, or larger by so much?',
    page: 'beta-posteriors',
    shape: { ...counts, by: optional(number, '0'), prior },
    run: probabilityGreater,
  }),
  method({
    name: 'posterior-difference',
    question: 'Having seen two samples, what do we believe about the difference?',
    page: 'beta-posteriors',
    shape: { ...twoShares, prior },
    run: posteriorDifference,
  }),
]
