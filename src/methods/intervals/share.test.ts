import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clopperPearson, clopperPearsonLower, clopperPearsonUpper } from './clopper-pearson.ts'
import { wilsonCorrected } from './wilson-corrected.ts'
import type { Interval, Result } from '../result.ts'
import { wilson } from './wilson.ts'

const limits = (result: Result<number, Interval>) => {
  if (result.is !== 'calculated') throw new Error(result.reason)
  return [result.interval.low, result.interval.high].map(limit => Math.round(limit * 1000) / 1000)
}

test('5 of 9 cases: the share is between 27% and 81%', () => {
  expect(limits(wilson({ x: 5, n: 9 }))).toEqual([0.267, 0.811])
})

test('17 of 21 cases: the share is between 60% and 92%', () => {
  expect(limits(wilson({ x: 17, n: 21 }))).toEqual([0.6, 0.923])
})

test('none of 6 cases is compatible with 39%, one-sided', () => {
  expect(limits(clopperPearsonUpper({ x: 0, n: 6 }))).toEqual([0, 0.393])
})

test('none of 21 good: at most 13% good, one-sided', () => {
  // 1 - 0.05 ** (1 / 21), the closed form for none found.
  expect(limits(clopperPearsonUpper({ x: 0, n: 21 }))).toEqual([0, 0.133])
})

test('81 of 263 and 15 of 148 cases: Wilson and Clopper-Pearson give the limits of Newcombe 1998, table I', () => {
  expect(limits(wilson({ x: 15, n: 148 }))).toEqual([0.062, 0.16])
  expect(limits(wilson({ x: 81, n: 263 }))).toEqual([0.255, 0.366])
  expect(limits(clopperPearson({ x: 81, n: 263 }))).toEqual([0.253, 0.368])
  expect(limits(clopperPearson({ x: 15, n: 148 }))).toEqual([0.058, 0.162])
})

test('a small sample says what it cannot tell apart, and a large one says nothing', () => {
  expect(wilson({ x: 5, n: 9 })).toMatchObject({
    cannotShow: 'With 9 cases, a share of 27% cannot be told from one of 81%.',
    warnings: ['Fewer than 10 cases: one case more or less moves the share a long way.'],
  })
  expect(wilson({ x: 500, n: 1000 })).toMatchObject({ cannotShow: null, warnings: [] })
})

test.each([
  [-1, 5, 'The number found cannot be less than 0.'],
  [6, 5, 'The number found, 6, is more than the cases looked at, 5.'],
  [1.5, 5, 'The number found must be a whole number.'],
  [NaN, 5, 'The number found must be a whole number.'],
  [1, Infinity, 'The number of cases must be a whole number.'],
  [0, 0, 'There are no cases, so there is no share.'],
  [1, 2e9, 'The number of cases cannot be more than 1000000000.'],
])('%d of %d is refused with a sentence', (x, n, reason) => {
  for (const method of [wilson, wilsonCorrected, clopperPearson, clopperPearsonUpper]) {
    expect(method({ x, n })).toMatchObject({ is: 'not defined', reason })
  }
})

test.each([0, 1, -0.5, 95, NaN])('a level of %d is refused', level => {
  for (const method of [wilson, wilsonCorrected, clopperPearson, clopperPearsonLower]) {
    expect(method({ x: 1, n: 2, level })).toMatchObject({
      reason: 'The level must lie between 0.01 and 0.999999, like 0.95.',
    })
  }
})

const counts = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain(n => fc.record({ n: fc.constant(n), x: fc.integer({ min: 0, max: n }) }))

test('the share lies inside its interval, and the interval inside 0 to 1, for any count to a million', () => {
  fc.assert(
    fc.property(counts, fc.double({ min: 0.5, max: 0.9999, noNaN: true }), ({ x, n }, level) => {
      for (const method of [wilson, wilsonCorrected, clopperPearson]) {
        const result = method({ x, n, level })
        if (result.is !== 'calculated') throw new Error(result.reason)
        const { low, high } = result.interval
        expect(0 <= low && low <= x / n && x / n <= high && high <= 1).toBe(true)
      }
    }),
  )
})

test('none found starts at exactly 0 and all found ends at exactly 1, for every size to 1000', () => {
  for (let n = 1; n <= 1000; n++) {
    for (const method of [wilson, wilsonCorrected, clopperPearson]) {
      expect(method({ x: 0, n })).toMatchObject({ interval: { low: 0 } })
      expect(method({ x: n, n })).toMatchObject({ interval: { high: 1 } })
    }
  }
})

test('counting the other outcome mirrors the interval', () => {
  fc.assert(
    fc.property(counts, ({ x, n }) => {
      for (const method of [wilson, wilsonCorrected, clopperPearson]) {
        const one = method({ x, n })
        const other = method({ x: n - x, n })
        if (one.is !== 'calculated' || other.is !== 'calculated') throw new Error('sound counts')
        expect(one.interval.low).toBeCloseTo(1 - other.interval.high, 9)
        expect(one.interval.high).toBeCloseTo(1 - other.interval.low, 9)
      }
    }),
  )
})

test('a one-sided bound is the two-sided limit of twice the error', () => {
  const upper = clopperPearsonUpper({ x: 4, n: 10, level: 0.975 })
  const lower = clopperPearsonLower({ x: 4, n: 10, level: 0.975 })
  expect([limits(lower)[0], limits(upper)[1]]).toEqual(limits(clopperPearson({ x: 4, n: 10 })))
})
