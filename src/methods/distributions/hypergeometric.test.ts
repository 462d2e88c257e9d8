import stdlibCdf from '@stdlib/stats-base-dists-hypergeometric-cdf'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hypergeometricCdf } from './hypergeometric.ts'

test('agrees with a second implementation on every list of up to 200 cases tried', () => {
  const draw = fc.integer({ min: 1, max: 200 }).chain(total =>
    fc.record({
      total: fc.constant(total),
      marked: fc.integer({ min: 0, max: total }),
      drawn: fc.integer({ min: 0, max: total }),
      x: fc.integer({ min: 0, max: total }),
    }),
  )
  fc.assert(
    fc.property(draw, ({ x, total, marked, drawn }) => {
      // The second implementation answers NaN where nothing of the end can be drawn.
      const known = stdlibCdf(x, total, marked, drawn)
      fc.pre(!Number.isNaN(known))
      expect(hypergeometricCdf(x, { total, marked, drawn })).toBeCloseTo(known, 10)
    }),
    { numRuns: 2000 },
  )
})

test('chances too small to hold add up to certainty, not to nothing', () => {
  const draw = { total: 1_000_000, marked: 100_001, drawn: 500_000 }
  expect(hypergeometricCdf(100_000, draw)).toBe(1)
  expect(hypergeometricCdf(10, draw)).toBe(0)
})

test('half of a million drawn: known chances around the mean', () => {
  // Worked out in 30-digit arithmetic.
  const draw = { total: 100_000, marked: 40_000, drawn: 50_000 }
  expect(hypergeometricCdf(20_000, draw)).toBeCloseTo(0.502575140960208, 8)
  expect(hypergeometricCdf(19_900, draw)).toBeCloseTo(0.0994764881545362, 8)
})
