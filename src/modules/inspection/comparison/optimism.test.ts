import { expect, test } from 'vitest'
import { aResult, aVisit, scales } from '../testing/builders.ts'
import { optimismIn } from './optimism.ts'

const forces = [{ slug: 'ardenshire', name: 'Ardenshire' }]
const visit = aVisit()
const sample = 'all (jointly assessed sample)'

test('about 80% good by the force and 76% not good by inspectors: at least 74 of 132 graded higher', () => {
  const shared = { sample, cases: 132, counts: {} }
  const [one] = optimismIn(
    forces,
    [
      { visit, result: aResult({ ...shared, notGood: 100 }) },
      { visit, result: aResult({ ...shared, assessor: 'force', notGood: 26 }) },
    ],
    scales,
  )
  expect(one).toMatchObject({
    forceName: 'Ardenshire',
    cases: 132,
    atLeastHigher: 74,
    contradiction: null,
    meanDifference: { is: 'not defined' },
  })
})

test('where the inspectors grades add to 34 of 33, the mean is a range over every count that may be wrong', () => {
  const shared = { sample, cases: 33, scale: 'four-mixed' } as const
  const [one] = optimismIn(
    forces,
    [
      {
        visit,
        result: aResult({
          ...shared,
          assessor: 'force',
          counts: { good: 17, adequate: 8, 'requires improvement': 5, inadequate: 3 },
        }),
      },
      {
        visit,
        result: aResult({
          ...shared,
          counts: { good: 9, adequate: 8, 'requires improvement': 7, inadequate: 10 },
          certainty: 'published (source disagrees with itself)',
        }),
      },
    ],
    scales,
  )
  // Force: (17 x 3 + 8 x 2 + 5) / 33 = 72/33. Inspectors: 50 points of 34, less 0 to 3 for the one too many.
  expect(one?.meanDifference).toEqual({ low: 72 / 33 - 50 / 33, high: 72 / 33 - 47 / 33 })
  expect(one?.contradiction).toBe(
    'The sample had 33 cases, but the grades by inspectors add up to 34.',
  )
  // At or below requires improvement: 17 by inspectors (16 if one is too many), 8 by the force.
  expect(one?.atLeastHigher).toBe(8)
})

test('grades of different samples are never set beside each other', () => {
  const found = optimismIn(
    forces,
    [
      { visit, result: aResult({ sample, cases: 33 }) },
      { visit, result: aResult({ sample: 'all', assessor: 'force', cases: 64 }) },
    ],
    scales,
  )
  expect(found).toEqual([])
})
