import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Interval, Result } from '../result.ts'
import { arcsineFunnelLimits } from './arcsine-limits.ts'
import { expectedFalseFlags } from './false-flags.ts'
import { overDispersion } from './over-dispersion.ts'
import { ratioFunnelLimits } from './ratio-limits.ts'

const found = <Estimate, Of extends Interval | null>(result: Result<Estimate, Of>) => {
  if (result.is !== 'calculated') throw new Error(result.reason)
  return result
}

test('45 cases around 30% with variance 0.004 between places: 14.3% to 48.6%', () => {
  const { interval } = found(arcsineFunnelLimits({ n: 45, target: 0.3, tau2: 0.004 }))
  expect([interval.low.toFixed(3), interval.high.toFixed(3)]).toEqual(['0.143', '0.486'])
})

test('limits that would pass 0 or 1 are cut there, not folded back', () => {
  expect(found(arcsineFunnelLimits({ n: 2, target: 0.1, level: 0.998 })).interval.low).toBe(0)
  expect(found(arcsineFunnelLimits({ n: 2, target: 0.9, level: 0.998 })).interval.high).toBe(1)
})

test('24 expected: ratios from 0.64 to 1.49 are chance', () => {
  const { interval } = found(ratioFunnelLimits({ expected: 24 }))
  expect([interval.low.toFixed(3), interval.high.toFixed(3)]).toEqual(['0.641', '1.488'])
})

test('places spread no wider than chance need no widening', () => {
  const { estimate } = found(
    overDispersion({
      n: [70, 171, 117, 9, 180, 84, 58, 165],
      x: [26, 50, 38, 4, 50, 25, 21, 49],
      target: 0.307962529274005,
    }),
  )
  expect(estimate.phiRaw).toBeCloseTo(0.5029, 4)
  expect(estimate.phi).toBeCloseTo(0.4005, 4)
  expect(estimate.tau2).toBe(0)
  expect(estimate.chance).toBeGreaterThan(0.8)
})

test('places spread far wider than chance widen the limits, and the cause stays open', () => {
  const result = overDispersion({ n: [700, 1710, 1170], x: [80, 475, 276], target: 0.335 })
  const { estimate } = found(result)
  expect(estimate.tau2).toBeGreaterThan(0)
  expect(estimate.chance).toBeLessThan(1e-6)
  expect(result).toMatchObject({
    cannotShow: 'Places differ by more than chance; this does not show why.',
  })
})

test('the variance between two places of equal size, by hand', () => {
  // w = 400 for each, so Σw - Σw²/Σw = 400 and τ² = (2φ - 1) / 400.
  const input = { n: [100, 100], x: [10, 50], target: 0.3, winsorise: 0 }
  const { estimate } = found(overDispersion(input))
  expect(estimate.tau2).toBeCloseTo((2 * estimate.phi - 1) / 400, 12)
})

test('places that differ by more than chance have wider limits for their ratios', () => {
  // exp(± 1.96 √(1/25 + 0.05)) = exp(± 0.588)
  const { interval } = found(ratioFunnelLimits({ expected: 25, tau2: 0.05 }))
  expect(interval.low).toBeCloseTo(Math.exp(-0.588), 3)
  expect(interval.high).toBeCloseTo(Math.exp(0.588), 3)
})

test('drawing in is not trimming: without it phi is the raw one', () => {
  const input = { n: [70, 171, 117, 9], x: [26, 50, 38, 4], target: 0.3 }
  const { estimate } = found(overDispersion({ ...input, winsorise: 0 }))
  expect(estimate.phi).toBeCloseTo(estimate.phiRaw, 12)
})

test('of 11 places at 99.8% a fiftieth of a place is flagged by chance; of 43 at 95% two are', () => {
  expect(found(expectedFalseFlags({ groups: 11 })).estimate).toBeCloseTo(0.022, 12)
  expect(found(expectedFalseFlags({ groups: 43, level: 0.95 })).estimate).toBeCloseTo(2.15, 12)
})

test.each([
  [{ n: [10], x: [1], target: 0.3 }, 'There must be at least two places.'],
  [{ n: [10, 20], x: [1], target: 0.3 }, 'Every place needs its cases looked at and found.'],
  [{ n: [10, 0], x: [1, 0], target: 0.3 }, 'Place 2: There are no cases, so there is no share.'],
  [{ n: [10, 20], x: [1, 2], target: 1 }, 'The target must lie between 0 and 1, and be neither.'],
])('%j is refused', (input, reason) => {
  expect(overDispersion(input)).toMatchObject({ is: 'not defined', reason })
})

test.each([-1, NaN, Infinity])('a variance of %d between places is refused', tau2 => {
  const reason = 'The variance between places must be 0 or more.'
  expect(arcsineFunnelLimits({ n: 10, target: 0.3, tau2 })).toMatchObject({ reason })
  expect(ratioFunnelLimits({ expected: 10, tau2 })).toMatchObject({ reason })
})

test('the order of the places does not matter', () => {
  const places = fc.array(
    fc
      .integer({ min: 1, max: 500 })
      .chain(n => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n }))),
    { minLength: 2, maxLength: 12 },
  )
  fc.assert(
    fc.property(places, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (all, target) => {
      const phiOf = (order: typeof all) =>
        found(overDispersion({ n: order.map(([n]) => n), x: order.map(([, x]) => x), target }))
          .estimate
      const [one, other] = [phiOf(all), phiOf(all.toReversed())]
      expect(other.phi).toBeCloseTo(one.phi, 8)
      expect(other.tau2).toBeCloseTo(one.tau2, 10)
    }),
  )
})

test('wider variance, wider limits; more cases, narrower ones', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      (n, target) => {
        const width = (cases: number, tau2: number) => {
          const { low, high } = found(arcsineFunnelLimits({ n: cases, target, tau2 })).interval
          return high - low
        }
        expect(width(n, 0.01)).toBeGreaterThanOrEqual(width(n, 0))
        expect(width(n + 50, 0)).toBeLessThan(width(n, 0) + 1e-12)
      },
    ),
  )
})
