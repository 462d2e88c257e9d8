import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chanceOf, drawnFrom } from './chance.ts'

test('draws what the reference implementation of xoshiro128** draws from 1, 2, 3, 4', () => {
  const next = drawnFrom([1, 2, 3, 4])
  // As the tests of the Rust crate rand_xoshiro have them from xoshiro128starstar.c, version 1.1.
  expect(Array.from({ length: 10 }, next)).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
    4258142804,
  ])
})

test('the same seed draws the same, another seed something else', () => {
  const drawn = (seed: string) => Array.from({ length: 20 }, chanceOf(seed).below.bind(null, 1000))
  expect(drawn('ardenshire')).toEqual(drawn('ardenshire'))
  expect(drawn('ardenshire')).not.toEqual(drawn('ardenshire 2'))
})

test('a number lies below its bound, and a pick stands in its list', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 2 ** 31 }), (seed, most) => {
      const chance = chanceOf(seed)
      const number = chance.below(most)
      expect(Number.isInteger(number) && number >= 0 && number < most).toBe(true)
      expect(['a', 'b', 'c']).toContain(chance.pick(['a', 'b', 'c']))
    }),
  )
})

test('never and always are what they say', () => {
  const chance = chanceOf('seed')
  const hundred = Array.from({ length: 100 }, () => [chance.inHundred(0), chance.inHundred(100)])
  expect(hundred.every(([never, always]) => never === false && always === true)).toBe(true)
})
