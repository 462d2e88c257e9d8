import { expect, test } from 'vitest'
import { rootBetween } from './root.ts'

test('the square root of two is where its square reaches two', () => {
  expect(rootBetween(x => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 15)
})

test('a step, a flat cubic and a root far from either end are all found', () => {
  expect(rootBetween(x => (x < 0.3 ? -1 : 1), 0, 1)).toBeCloseTo(0.3, 12)
  expect(rootBetween(x => (x - 0.7) ** 3, 0, 1)).toBeCloseTo(0.7, 4)
  expect(rootBetween(x => Math.log(x) + 20, 1e-12, 1)).toBeCloseTo(Math.exp(-20), 15)
})

test('few evaluations are enough for a smooth function', () => {
  let calls = 0
  const cosine = (x: number) => {
    calls++
    return Math.cos(x) - x
  }
  expect(rootBetween(cosine, 0, 1)).toBeCloseTo(0.7390851332151607, 14)
  expect(calls).toBeLessThan(15)
})

test('without a crossing the better end comes back', () => {
  expect(rootBetween(x => x + 1, 0, 1)).toBe(0)
})
