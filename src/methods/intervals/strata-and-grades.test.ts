import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Result } from '../result.ts'
import { ordinalCompare } from './ordinal.ts'
import { stratifiedShare } from './stratified.ts'

const strata = { population: [60, 140], sample: [10, 14], found: [4, 3] }
const levels = ['good', 'requires improvement', 'inadequate']

const estimateOf = <Estimate>(result: Result<Estimate>): Estimate => {
  if (result.is !== 'calculated') throw new Error(result.reason)
  return result.estimate
}

test('4 of 10 from 60 cases and 3 of 14 from 140: 27% of the list, 12.8% to 48.2%', () => {
  expect(stratifiedShare(strata)).toMatchObject({
    n: 24,
    estimate: { p: expect.closeTo(0.27, 12) as number, total: 54, df: 22, weights: [6, 10] },
    interval: {
      method: 'stratified-logit',
      low: expect.closeTo(0.128, 3) as number,
      high: expect.closeTo(0.482, 3) as number,
    },
  })
})

test('a stratum that shows no variation withholds the interval and is named', () => {
  expect(stratifiedShare({ ...strata, found: [4, 0] })).toMatchObject({
    interval: null,
    warnings: ['In stratum 2 none of the cases drawn were found, which hides its variation.'],
    cannotShow: expect.stringContaining('No interval can be given') as string,
  })
  expect(stratifiedShare({ ...strata, found: [10, 3] })).toMatchObject({
    interval: null,
    warnings: ['In stratum 1 all of the cases drawn were found, which hides its variation.'],
  })
})

test('a stratum of which all cases were drawn hides nothing, even if none were found', () => {
  expect(stratifiedShare({ population: [10, 140], sample: [10, 14], found: [0, 3] })).toMatchObject(
    {
      interval: { method: 'stratified-logit' },
      warnings: [],
    },
  )
})

test('the whole list drawn is the figure itself', () => {
  expect(stratifiedShare({ population: [10, 14], sample: [10, 14], found: [4, 3] })).toMatchObject({
    estimate: { p: 7 / 24, se: 0 },
    interval: null,
    warnings: ['The whole list was looked at: this is the figure itself, not an estimate.'],
  })
})

test.each([
  [{ population: [], sample: [], found: [] }, 'There are no strata.'],
  [{ ...strata, found: [4] }, 'Every stratum needs its size, the cases drawn and the cases found.'],
  [
    { ...strata, found: [4, 15] },
    'Stratum 2: The number found, 15, is more than the cases looked at, 14.',
  ],
  [{ ...strata, population: [60, 13] }, 'Stratum 2: More cases were drawn than it holds.'],
  [
    { ...strata, sample: [1, 14], found: [1, 3] },
    'Stratum 1: One case alone shows no variation; draw at least two.',
  ],
])('%j is refused', (input, reason) => {
  expect(stratifiedShare(input)).toMatchObject({ is: 'not defined', reason })
})

test('the order of the strata does not matter', () => {
  const turned = { population: [140, 60], sample: [14, 10], found: [3, 4] }
  const [one, other] = [stratifiedShare(strata), stratifiedShare(turned)]
  if (one.is !== 'calculated' || other.is !== 'calculated') throw new Error('sound strata')
  expect(other.interval?.low).toBeCloseTo(one.interval?.low ?? NaN, 12)
})

test('2, 4, 4 cases then 6, 9, 5: grades as a whole probably higher, 0.78', () => {
  const estimate = estimateOf(ordinalCompare({ levels, before: [2, 4, 4], after: [6, 9, 5] }))
  expect(estimate.meanHigherAfter).toBeCloseTo(0.7795, 3)
  expect(estimate.fewerLowestAfter).toBeCloseTo(0.7792, 3)
  // (7 × (10 + 3/2) + 10 × (5 + 5/2) + 6 × 5/2) / (23 × 13), from the means of the posteriors.
  expect(estimate.superiority).toBeCloseTo(170.5 / 299, 12)
  expect(estimate.observedSuperiority).toBeCloseTo(0.59, 12)
})

test('with two grades it is the chance that the better share is larger, in closed form', () => {
  // Beta(3, 3) above Beta(4, 1): 5/42 by counting the orders of four and six cases.
  const estimate = estimateOf(
    ordinalCompare({ levels: ['good', 'bad'], before: [3, 0], after: [2, 2] }),
  )
  expect(estimate.meanHigherAfter).toBeCloseTo(5 / 42, 6)
  expect(estimate.superiorityOverHalf).toBeCloseTo(5 / 42, 6)
  expect(estimate.fewerLowestAfter).toBeCloseTo(5 / 42, 10)
})

test('the same counts twice are a toss-up, and the same answer comes twice', () => {
  const same = { levels, before: [3, 5, 2], after: [3, 5, 2] }
  expect(estimateOf(ordinalCompare(same)).meanHigherAfter).toBeCloseTo(0.5, 4)
  expect(ordinalCompare(same)).toEqual(ordinalCompare(same))
})

test('exchanging the periods, or turning the scale round, mirrors every chance', () => {
  const counts = fc
    .array(fc.nat(20), { minLength: 3, maxLength: 3 })
    .filter(c => c.some(x => x > 0))
  fc.assert(
    fc.property(counts, counts, (before, after) => {
      const one = estimateOf(ordinalCompare({ levels, before, after }))
      const swapped = estimateOf(ordinalCompare({ levels, before: after, after: before }))
      const turned = estimateOf(
        ordinalCompare({ levels, before: before.toReversed(), after: after.toReversed() }),
      )
      expect(one.meanHigherAfter + swapped.meanHigherAfter).toBeCloseTo(1, 3)
      expect(one.meanHigherAfter + turned.meanHigherAfter).toBeCloseTo(1, 3)
      expect(one.superiorityOverHalf + turned.superiorityOverHalf).toBeCloseTo(1, 3)
      expect(one.superiority + swapped.superiority).toBeCloseTo(1, 12)
      expect(swapped.mannWhitneyP ?? 1).toBeCloseTo(one.mannWhitneyP ?? 1, 10)
    }),
    { numRuns: 4 },
  )
})

test('all cases in one grade leave no test, which is null and not a number', () => {
  const answer = estimateOf(ordinalCompare({ levels, before: [4, 0, 0], after: [7, 0, 0] }))
  expect(answer.mannWhitneyP).toBeNull()
})

test.each([
  [['good'], [1], [1], 'There must be from 2 to 4 grades.'],
  [levels, [1, 2], [1, 2, 3], 'Every grade needs a number of cases before and after.'],
  [levels, [0, 0, 0], [1, 2, 3], 'A period without cases cannot be compared.'],
  [levels, [1, 2, -1], [1, 2, 3], 'The number of cases cannot be less than 0.'],
])('%j, %j, %j is refused', (names, before, after, reason) => {
  expect(ordinalCompare({ levels: names, before, after })).toMatchObject({ reason })
})
