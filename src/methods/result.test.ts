import { expect, test } from 'vitest'
import { digestOf } from './digest.ts'
import { wilson } from './intervals/wilson.ts'
import { newcombe } from './intervals/newcombe.ts'
import type { Interval } from './result.ts'
import { intervalOf } from './result.ts'

test('the digest of an input does not depend on the order of its fields', () => {
  expect(digestOf({ x: 5, n: 9 })).toBe(digestOf({ n: 9, x: 5 }))
})

test('the digest of an input is the SHA-256 of its canonical JSON', () => {
  // printf '{"level":0.95,"n":9,"x":5}' | sha256sum
  const answer = wilson({ x: 5, n: 9 })
  if (answer.is !== 'calculated') throw new Error(answer.reason)
  expect(answer.inputDigest).toBe(
    'ffa93beb74762b731b3f38e52bddd9f0ef3b665d491e926af2bfa4478bf1d7b2',
  )
})

test('different numbers, lists in another order, and NaN and null have different digests', () => {
  const digests = [{ x: 1 }, { x: 2 }, { x: [1, 2] }, { x: [2, 1] }, { x: NaN }, { x: null }]
  expect(new Set(digests.map(digestOf)).size).toBe(digests.length)
})

test('a field left out and a field without a value are the same input', () => {
  expect(digestOf({ x: 1, y: undefined })).toBe(digestOf({ x: 1 }))
})

test('an interval of one method or level cannot be passed for another', () => {
  const wants95 = (of: Interval<'wilson', 0.95> | null): number | undefined => of?.low
  const at95 = wilson({ x: 5, n: 9 })
  const at90 = wilson({ x: 5, n: 9, level: 0.9 })
  const difference = newcombe({ x1: 5, n1: 9, x2: 17, n2: 21 })
  if (at95.is !== 'calculated' || at90.is !== 'calculated') throw new Error('sound counts')
  if (difference.is !== 'calculated') throw new Error(difference.reason)
  expect(wants95(at95.interval)).toBeCloseTo(0.267, 3)
  // @ts-expect-error 90% is not 95%
  wants95(at90.interval)
  // @ts-expect-error an interval for a difference is not one for a share
  wants95(difference.interval)
  // @ts-expect-error nobody makes an interval by hand
  wants95({ method: 'wilson', level: 0.95, low: 0, high: 1 })
})

test('a refused input has no interval', () => {
  expect(intervalOf(wilson({ x: 3, n: 2 }))).toBeNull()
})
