import { expect, test } from 'vitest'
import type { Result } from '../result.ts'
import { comparisonSize } from './comparison-size.ts'
import { discoverySize } from './discovery-size.ts'
import { chanceOfShowing } from './power.ts'
import { precisionSize } from './precision-size.ts'

const estimateOf = <Estimate>(result: Result<Estimate>): Estimate => {
  if (result.is !== 'calculated') throw new Error(result.reason)
  return result.estimate
}

test.each([
  [60, 6, 23],
  [200, 10, 51],
  [45, 1, 43],
  [10, 10, 1],
  [1_000_000_000, 1, 950_000_000],
])(
  'a list of %d with %d bad cases: read %d to meet one with 95% confidence',
  (listSize, bad, n) => {
    expect(estimateOf(discoverySize({ listSize, bad }))).toBe(n)
  },
)

test.each([
  [10, 0, 'With no bad case on the list, no sample can find one.'],
  [10, 11, 'There cannot be more bad cases than the list holds.'],
])('a list of %d with %d bad cases is refused', (listSize, bad, reason) => {
  expect(discoverySize({ listSize, bad })).toMatchObject({ is: 'not defined', reason })
})

test.each([
  [0.5, 0.15, 39],
  [0.5, 0.1, 93],
  [0, 0.1, 16],
  // 0.25 × 10 cases is 2.5, which counts as 2.
  [0.25, 0.24, 10],
])('a share near %d known to within %d needs %d cases', (p, halfWidth, n) => {
  expect(estimateOf(precisionSize({ p, halfWidth }))).toBe(n)
})

test.each([0, 0.0001, 1, NaN])('a half-width of %d is refused', halfWidth => {
  expect(precisionSize({ p: 0.5, halfWidth })).toMatchObject({ is: 'not defined' })
})

test.each([
  [0.6, 0.4, 20, '0.22'],
  [0.6, 0.4, 60, '0.61'],
  [0.6, 0.4, 100, '0.83'],
  [0.6, 0.2, 20, '0.75'],
])('a fall from %d to %d shows in two audits of %d with chance %s', (p1, p2, n, chance) => {
  expect(estimateOf(chanceOfShowing({ p1, p2, n1: n, n2: n })).toFixed(2)).toBe(chance)
})

test('a rise shows as often as the same fall, and shares at the ends are allowed', () => {
  const fall = estimateOf(chanceOfShowing({ p1: 0.6, p2: 0.4, n1: 30, n2: 20 }))
  expect(estimateOf(chanceOfShowing({ p1: 0.4, p2: 0.6, n1: 20, n2: 30 }))).toBeCloseTo(fall, 10)
  expect(estimateOf(chanceOfShowing({ p1: 0, p2: 1, n1: 5, n2: 5 }))).toBe(1)
})

test('a small pair of audits says how often it would miss the difference', () => {
  expect(chanceOfShowing({ p1: 0.6, p2: 0.4, n1: 20, n2: 20 })).toMatchObject({
    cannotShow: 'Samples of 20 and 20 would miss this difference 78 times in 100.',
  })
})

test('to show 40% against 60% four times in five takes 97 cases in each group, by all three ways', () => {
  const size = estimateOf(comparisonSize({ p1: 0.4, p2: 0.6 }))
  expect(size.pooledNormal).toBeCloseTo(96.9236, 4)
  expect(size.arcsine).toBeCloseTo(96.7919, 4)
  expect(size.newcombe).toBe(97)
})

test('a size that reaches the power by luck of whole numbers is passed over', () => {
  const shares = { p1: 0.15, p2: 0.64 }
  const chanceWith = (n: number) => estimateOf(chanceOfShowing({ ...shares, n1: n, n2: n }))
  expect([13, 14, 15, 16].map(n => chanceWith(n) >= 0.8)).toEqual([true, false, true, true])
  expect(estimateOf(comparisonSize(shares)).newcombe).toBe(15)
  // 33 cases reach it too, and 34 and 35 do not.
  expect(estimateOf(comparisonSize({ p1: 0.29, p2: 0.62 })).newcombe).toBe(36)
})

test('only the true direction counts as shown', () => {
  // 50% against 52% with 20 cases each; the wrong direction shows nearly as often.
  const right = estimateOf(chanceOfShowing({ p1: 0.5, p2: 0.52, n1: 20, n2: 20 }))
  const wrong = estimateOf(chanceOfShowing({ p1: 0.5, p2: 0.48, n1: 20, n2: 20 }))
  expect(right).toBeCloseTo(0.0286, 4)
  expect(wrong).toBeCloseTo(right, 10)
})

test('one-sided takes fewer', () => {
  const size = estimateOf(comparisonSize({ p1: 0.4, p2: 0.6, twoSided: false }))
  expect(size.pooledNormal).toBeCloseTo(76.229, 3)
  expect(size.newcombe ?? Infinity).toBeLessThan(97)
})

test('a small difference is sized by formula only, and shares too alike are refused', () => {
  expect(estimateOf(comparisonSize({ p1: 0.4, p2: 0.42 })).newcombe).toBeNull()
  expect(comparisonSize({ p1: 0.4, p2: 0.4 })).toMatchObject({
    reason: 'The two shares are too alike to be told apart.',
  })
  expect(chanceOfShowing({ p1: 0.4, p2: 0.4, n1: 9, n2: 9 })).toMatchObject({
    reason: 'The two shares are the same: there is no difference to show.',
  })
})
