import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binomialFunnelLimits } from './binomial-limits.ts'

const found = (n: number, target: number, level: number) => {
  const result = binomialFunnelLimits({ n, target, level })
  if (result.is !== 'calculated') throw new Error(result.reason)
  return result.interval
}

test('at 70 cases around 30.8%, 95 of 100 places on target show 19.5% to 41.2%', () => {
  const { low, high } = found(70, 0.307962529274005, 0.95)
  expect(low).toBeCloseTo(0.194911730864899, 10)
  expect(high).toBeCloseTo(0.41169354735986, 10)
})

test('with 9 cases the lower limit is 0: nobody can be flagged for too few', () => {
  expect(found(9, 0.308, 0.95).low).toBe(0)
})

test('a single case can be anything', () => {
  expect(found(1, 0.5, 0.998)).toMatchObject({ low: 0, high: expect.closeTo(0.998, 9) as number })
})

test.each([
  [0, 0.3, 'There are no cases, so chance has no limits.'],
  [2.5, 0.3, 'The number of cases must be a whole number.'],
  [10, 0, 'The target must lie between 0 and 1, and be neither.'],
  [10, 1, 'The target must lie between 0 and 1, and be neither.'],
  [10, NaN, 'The target must lie between 0 and 1, and be neither.'],
])('%d cases around %d is refused with a sentence', (n, target, reason) => {
  expect(binomialFunnelLimits({ n, target })).toMatchObject({ is: 'not defined', reason })
})

test('limits stay in 0 to 1, and 99.8% limits hold the 95% limits', () => {
  const target = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), target, (n, share) => {
      const [inner, outer] = [found(n, share, 0.95), found(n, share, 0.998)]
      expect(0 <= outer.low && outer.low <= inner.low && inner.low <= inner.high).toBe(true)
      expect(inner.high <= outer.high && outer.high <= 1).toBe(true)
    }),
  )
})
