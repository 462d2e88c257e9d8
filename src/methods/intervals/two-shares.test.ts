import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Interval, Result } from '../result.ts'
import { fisher } from './fisher.ts'
import { miettinenNurminen } from './miettinen-nurminen.ts'
import type { TwoSharesInput } from './newcombe.ts'
import { posteriorDifference, probabilityGreater } from './posterior-difference.ts'

const firstThenSecond = { x1: 5, n1: 9, x2: 17, n2: 21 }

const found = <Estimate, Of extends Interval | null>(result: Result<Estimate, Of>) => {
  if (result.is !== 'calculated') throw new Error(result.reason)
  return result
}

test('48 of 80 then 56 of 70 by Miettinen and Nurminen: 0.0528 to 0.3382, as published', () => {
  const { interval } = found(miettinenNurminen({ x1: 48, n1: 80, x2: 56, n2: 70 }))
  expect([interval.low.toFixed(4), interval.high.toFixed(4)]).toEqual(['0.0528', '0.3382'])
})

test('nobody then everybody of one case each: any difference above -0.7 fits', () => {
  const { estimate, interval } = found(miettinenNurminen({ x1: 0, n1: 1, x2: 1, n2: 1 }))
  expect([estimate, interval.high]).toEqual([1, 1])
  expect(interval.low).toBeGreaterThan(-0.75)
})

test('5 of 9 then 17 of 21: the split could be chance, Fisher p 0.20', () => {
  expect(found(fisher(firstThenSecond)).estimate.p).toBeCloseTo(0.2, 2)
})

test('the tea that Fisher was given: 3 of 4 right, p 0.486, odds 6.4', () => {
  // Agresti 2013, Categorical Data Analysis, section 3.5. The upper limit solves ω⁴ = 0.975 (1 + 16ω + 36ω² + 16ω³ + ω⁴).
  const { estimate, interval } = found(fisher({ x1: 3, n1: 4, x2: 1, n2: 4 }))
  expect(estimate.p).toBeCloseTo(34 / 70, 10)
  expect(estimate.oddsRatio).toBeCloseTo(6.408, 3)
  expect(interval.low).toBeCloseTo(0.2117, 4)
  expect(interval.high).toBeCloseTo(626.2435, 3)
})

test('an empty cell leaves the odds ratio without an end', () => {
  const { estimate, interval } = found(fisher({ x1: 4, n1: 4, x2: 1, n2: 4 }))
  expect([estimate.oddsRatio, interval.high]).toEqual([Infinity, Infinity])
})

test('where the totals allow one split only, a warning says that it says nothing', () => {
  expect(fisher({ x1: 0, n1: 4, x2: 0, n2: 5 })).toMatchObject({
    estimate: { p: 1 },
    warnings: ['The totals allow one split only, so it says nothing about the odds ratio.'],
  })
})

test('counts too large for an exact sum are refused', () => {
  const million = { x1: 500_000, n1: 1_000_000, x2: 500_000, n2: 1_000_000 }
  expect(fisher(million)).toMatchObject({ is: 'not defined' })
})

test('5 of 9 then 17 of 21: a rise is believed at 0.92', () => {
  expect(found(probabilityGreater(firstThenSecond)).estimate).toBeCloseTo(0.92, 2)
})

test('17 of 21 then 9 of 20: a fall is believed at 0.991', () => {
  const { estimate } = found(probabilityGreater({ x1: 9, n1: 20, x2: 17, n2: 21 }))
  expect(estimate).toBeCloseTo(0.991, 3)
})

// Worked out by adaptive integration in 30-digit arithmetic.
test.each([
  [{ x1: 0, n1: 8, x2: 0, n2: 12, prior: 'jeffreys' }, 0, 0.43753501140418],
  [{ x1: 0, n1: 8, x2: 0, n2: 12, prior: 'jeffreys' }, 0.05, 0.14899483588206],
  [{ x1: 0, n1: 8, x2: 0, n2: 12, prior: 'jeffreys' }, -0.1, 0.86678089378678],
  [{ x1: 8, n1: 8, x2: 12, n2: 12, prior: 'jeffreys' }, -0.05, 1 - 0.14899483588206],
  [{ x1: 0, n1: 3, x2: 40, n2: 40, prior: 'jeffreys' }, 0.5, 0.96338327697341],
  [{ x1: 19, n1: 48, x2: 3999, n2: 10098, prior: 'uniform' }, 0.02, 0.37197978993607],
] as const)('the chance for %j by %d', (counts, by, known) => {
  expect(found(probabilityGreater({ ...counts, by })).estimate).toBeCloseTo(known, 11)
})

test('no cases at all are refused', () => {
  expect(probabilityGreater({ x1: 0, n1: 0, x2: 0, n2: 0 })).toMatchObject({
    reason: 'First group: There are no cases, so there is no share.',
  })
})

test('a difference that no two shares have is refused', () => {
  expect(probabilityGreater({ ...firstThenSecond, by: 1.5 })).toMatchObject({
    reason: 'The difference must lie between -1 and 1, like 0.1 for ten points.',
  })
})

const group = (most: number) =>
  fc
    .integer({ min: 1, max: most })
    .chain(n => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))

test('the estimate lies in its interval, and swapping the groups mirrors it', () => {
  fc.assert(
    fc.property(group(400), group(400), ([x1, n1], [x2, n2]) => {
      const methods: ((of: TwoSharesInput) => Result<number, Interval>)[] = [
        miettinenNurminen,
        posteriorDifference,
      ]
      for (const method of methods) {
        const { estimate, interval } = found(method({ x1, n1, x2, n2 }))
        const swapped = found(method({ x1: x2, n1: n2, x2: x1, n2: n1 }))
        expect(interval.low <= estimate && estimate <= interval.high).toBe(true)
        expect(-swapped.interval.high).toBeCloseTo(interval.low, 7)
        expect(-swapped.interval.low).toBeCloseTo(interval.high, 7)
      }
    }),
    { numRuns: 25 },
  )
})

test('each limit of Miettinen and Nurminen is a difference whose score is exactly z', () => {
  // The likeliest shares under a difference, found by brute force instead of the cubic.
  const scoreAt = ([x1, n1, x2, n2]: [number, number, number, number], delta: number): number => {
    const logChance = (p: number) =>
      x1 * Math.log(p) +
      (n1 - x1) * Math.log(1 - p) +
      x2 * Math.log(p + delta) +
      (n2 - x2) * Math.log(1 - p - delta)
    let [from, to] = [Math.max(0, -delta), Math.min(1, 1 - delta)]
    for (let i = 0; i < 200; i++) {
      const [a, b] = [from + (to - from) / 3, to - (to - from) / 3]
      if (logChance(a) < logChance(b)) from = a
      else to = b
    }
    const [p, q] = [from, from + delta]
    const variance = ((p * (1 - p)) / n1 + (q * (1 - q)) / n2) * ((n1 + n2) / (n1 + n2 - 1))
    return (x2 / n2 - x1 / n1 - delta) / Math.sqrt(variance)
  }
  const counts: [number, number, number, number] = [6, 12, 2, 14]
  const { interval } = found(miettinenNurminen({ x1: 6, n1: 12, x2: 2, n2: 14 }))
  expect(scoreAt(counts, interval.low)).toBeCloseTo(1.959964, 5)
  expect(scoreAt(counts, interval.high)).toBeCloseTo(-1.959964, 5)
})

test('the chance that one share is larger and that the other is add up to 1', () => {
  fc.assert(
    fc.property(group(400), group(400), ([x1, n1], [x2, n2]) => {
      for (const prior of ['uniform', 'jeffreys'] as const) {
        const one = found(probabilityGreater({ x1, n1, x2, n2, prior })).estimate
        const other = found(probabilityGreater({ x1: x2, n1: n2, x2: x1, n2: n1, prior })).estimate
        expect(one + other).toBeCloseTo(1, 9)
      }
    }),
  )
})

test("Fisher's p does not depend on which group comes first or which outcome is counted", () => {
  fc.assert(
    fc.property(group(60), group(60), ([x1, n1], [x2, n2]) => {
      const { p, oddsRatio } = found(fisher({ x1, n1, x2, n2 })).estimate
      const swapped = found(fisher({ x1: x2, n1: n2, x2: x1, n2: n1 })).estimate
      const other = found(fisher({ x1: n1 - x1, n1, x2: n2 - x2, n2 })).estimate
      expect(swapped.p).toBeCloseTo(p, 9)
      expect(other.p).toBeCloseTo(p, 9)
      if (oddsRatio > 0 && oddsRatio < Infinity) {
        expect(swapped.oddsRatio * oddsRatio).toBeCloseTo(1, 6)
      }
    }),
  )
})

test('no pair of counts up to a million gives anything but numbers in order', () => {
  fc.assert(
    fc.property(group(1_000_000), group(1_000_000), ([x1, n1], [x2, n2]) => {
      const score = found(miettinenNurminen({ x1, n1, x2, n2 })).interval
      const belief = found(posteriorDifference({ x1, n1, x2, n2, prior: 'jeffreys' })).interval
      for (const { low, high } of [score, belief]) {
        expect(-1 <= low && low <= high && high <= 1).toBe(true)
      }
    }),
    { numRuns: 15 },
  )
})
