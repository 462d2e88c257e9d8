import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newcombe } from './newcombe.ts'

const found = (input: Parameters<typeof newcombe>[0]) => {
  const result = newcombe(input)
  if (result.is !== 'calculated') throw new Error(result.reason)
  const { low, high } = result.interval
  return { estimate: result.estimate, low, high, cannotShow: result.cannotShow }
}

test('48 of 80 then 56 of 70: 0.0524 to 0.3339, as Newcombe published', () => {
  const { low, high } = found({ x1: 48, n1: 80, x2: 56, n2: 70 })
  expect([low, high].map(limit => limit.toFixed(4))).toEqual(['0.0524', '0.3339'])
})

test('5 of 9 then 17 of 21: a rise of 25 points, and anything from -8 to +56 would fit', () => {
  const { estimate, low, high, cannotShow } = found({ x1: 5, n1: 9, x2: 17, n2: 21 })
  expect([estimate, low, high].map(share => Math.round(share * 100))).toEqual([25, -8, 56])
  expect(cannotShow).toBe(
    'This does not show which share is larger: anything from 8 points lower to 56 points higher would fit.',
  )
})

test('17 of 21 then 9 of 20: a fall of 36 points, 6 to 58', () => {
  const { estimate, low, high, cannotShow } = found({ x1: 17, n1: 21, x2: 9, n2: 20 })
  expect([estimate, low, high].map(share => Math.round(share * 100))).toEqual([-36, -58, -6])
  expect(cannotShow).toBeNull()
})

test('3 of 10 then none of 6: a fall of 30 points, anything from a rise of 13.5 to a fall of 60', () => {
  const { low, high } = found({ x1: 3, n1: 10, x2: 0, n2: 6 })
  expect([low, high].map(share => (share * 100).toFixed(1))).toEqual(['-60.3', '13.5'])
})

test('a bad group is named', () => {
  expect(newcombe({ x1: 1, n1: 2, x2: 3, n2: 2 })).toMatchObject({
    is: 'not defined',
    reason: 'Second group: The number found, 3, is more than the cases looked at, 2.',
  })
  expect(newcombe({ x1: 0, n1: 0, x2: 1, n2: 2 })).toMatchObject({
    reason: 'First group: There are no cases, so there is no share.',
  })
})

const group = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain(n => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))

test('the difference lies inside its interval, and the interval inside -1 to 1', () => {
  fc.assert(
    fc.property(group, group, ([x1, n1], [x2, n2]) => {
      const { estimate, low, high } = found({ x1, n1, x2, n2 })
      expect(-1 <= low && low <= estimate && estimate <= high && high <= 1).toBe(true)
    }),
  )
})

test('swapping the groups, or counting the other outcome, mirrors the interval', () => {
  fc.assert(
    fc.property(group, group, ([x1, n1], [x2, n2]) => {
      const { low, high } = found({ x1, n1, x2, n2 })
      const swapped = found({ x1: x2, n1: n2, x2: x1, n2: n1 })
      const other = found({ x1: n1 - x1, n1, x2: n2 - x2, n2 })
      expect([-swapped.high, -swapped.low][0]).toBeCloseTo(low, 12)
      expect(-swapped.low).toBeCloseTo(high, 12)
      expect(-other.high).toBeCloseTo(low, 9)
      expect(-other.low).toBeCloseTo(high, 9)
    }),
  )
})
