import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Result } from '../result.ts'
import { intervalOf } from '../result.ts'
import { agrestiCoull } from './agresti-coull.ts'
import { betaPosterior, jeffreys } from './beta-posterior.ts'
import { countOnList, shareOfList } from './small-list.ts'

const limits = (result: Result) => {
  const interval = intervalOf(result)
  if (interval === null) throw new Error('no interval')
  return [interval.low, interval.high].map(limit => Math.round(limit * 1000) / 1000)
}

test('4 of 10 by Agresti and Coull: 16.7% to 68.8%', () => {
  expect(limits(agrestiCoull({ x: 4, n: 10 }))).toEqual([0.167, 0.688])
})

test('Agresti and Coull can leave 0 to 1, and then the answer says so', () => {
  expect(limits(agrestiCoull({ x: 0, n: 8 }))[0]).toBe(-0.048)
  expect(agrestiCoull({ x: 0, n: 8 })).toMatchObject({
    warnings: expect.arrayContaining([
      'A limit lies outside 0 to 1, where no share can be: use Wilson.',
    ]) as string[],
  })
})

test('none of one case found: the uniform posterior is a triangle, with mean a third', () => {
  const posterior = betaPosterior({ x: 0, n: 1 })
  expect(posterior).toMatchObject({ estimate: expect.closeTo(1 / 3, 12) as number })
  // Density 2 (1 - p): the quantile at u is 1 - √(1 - u).
  expect(limits(posterior)).toEqual([0.013, 0.842])
})

test('the prior of Jeffreys pulls less than the uniform one', () => {
  expect(limits(jeffreys({ x: 4, n: 10 }))).toEqual([0.153, 0.696])
  expect(limits(betaPosterior({ x: 4, n: 10 }))).toEqual([0.167, 0.692])
})

test('5 bad of 9 drawn from a list of 14: from 5 to 10 bad on the list', () => {
  expect(limits(countOnList({ x: 5, n: 9, listSize: 14 }))).toEqual([5, 10])
  expect(shareOfList({ x: 5, n: 9, listSize: 14 })).toMatchObject({
    options: { by: 'hypergeometric' },
  })
})

test('a whole list needs no interval, and a long list is as good as endless', () => {
  expect(shareOfList({ x: 5, n: 9, listSize: 9 })).toMatchObject({
    estimate: 5 / 9,
    interval: null,
    cannotShow: null,
    warnings: ['The whole list was looked at: this is the figure itself, not an estimate.'],
  })
  expect(countOnList({ x: 5, n: 9, listSize: 9 })).toMatchObject({ estimate: 5, interval: null })
  expect(shareOfList({ x: 5, n: 9, listSize: 180 })).toMatchObject({ options: { by: 'wilson' } })
  expect(shareOfList({ x: 5, n: 9, listSize: 179 })).toMatchObject({
    options: { by: 'hypergeometric' },
  })
})

test('more cases than the list holds are refused', () => {
  expect(shareOfList({ x: 5, n: 9, listSize: 8 })).toMatchObject({
    reason: 'The cases looked at, 9, are more than the list holds, 8.',
  })
})

const drawn = fc.integer({ min: 2, max: 300 }).chain(listSize =>
  fc.integer({ min: 1, max: listSize - 1 }).chain(n =>
    fc.record({
      listSize: fc.constant(listSize),
      n: fc.constant(n),
      x: fc.integer({ min: 0, max: n }),
    }),
  ),
)

test('the likeliest count lies in its interval, which lies in what is possible', () => {
  fc.assert(
    fc.property(drawn, ({ x, n, listSize }) => {
      const result = countOnList({ x, n, listSize })
      if (result.is !== 'calculated') throw new Error(result.reason)
      const [low = NaN, high = NaN] = limits(result)
      expect(x <= low && low <= result.estimate && result.estimate <= high).toBe(true)
      expect(high).toBeLessThanOrEqual(listSize - n + x)
    }),
  )
})

test('counting the other cases mirrors the interval', () => {
  fc.assert(
    fc.property(drawn, ({ x, n, listSize }) => {
      const [low = NaN, high = NaN] = limits(countOnList({ x, n, listSize }))
      expect(limits(countOnList({ x: n - x, n, listSize }))).toEqual([
        listSize - high,
        listSize - low,
      ])
    }),
  )
})

test('one case drawn of 40: a chance of exactly 2.5% is rejected at both ends', () => {
  expect(limits(countOnList({ x: 0, n: 1, listSize: 40 }))).toEqual([0, 38])
  expect(limits(countOnList({ x: 1, n: 1, listSize: 40 }))).toEqual([2, 40])
})

test('the count on the list lies in the interval at least 95 times in 100, for every list of up to 25', () => {
  let least = 1
  for (let listSize = 2; listSize <= 25; listSize++) {
    for (let n = 1; n < listSize; n++) least = Math.min(least, leastCoverage(listSize, n))
  }
  expect(least).toBeGreaterThanOrEqual(0.95)
})

const choose = (n: number, k: number): number => {
  if (k < 0 || k > n) return 0
  let ways = 1
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i
  return ways
}

const leastCoverage = (listSize: number, n: number): number => {
  const intervals = Array.from({ length: n + 1 }, (_, x) => limits(countOnList({ x, n, listSize })))
  const counts = Array.from({ length: listSize + 1 }, (_, bad) => bad)
  const held = counts.map(bad =>
    intervals.reduce((sum, [low = 0, high = 0], x) => {
      const chance = (choose(bad, x) * choose(listSize - bad, n - x)) / choose(listSize, n)
      return low <= bad && bad <= high ? sum + chance : sum
    }, 0),
  )
  return Math.min(...held)
}
