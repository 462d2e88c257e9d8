import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Look } from './finding.ts'
import { denseStretches } from './within.ts'

const start = Temporal.Instant.from('2026-11-13T10:00:00Z')
const looks = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 5 })), {
    maxLength: 40,
  })
  .map(pairs =>
    pairs.map(([minute, user], n): Look & { minute: number } => ({
      id: String(n),
      at: start.add({ minutes: minute }).toString(),
      userId: String(user),
      minute,
    })),
  )

test('a look is in it when some hour that holds it has enough people, and only then', () => {
  fc.assert(
    fc.property(looks, fc.integer({ min: 1, max: 5 }), (all, least) => {
      const found = denseStretches(all, { hours: 1, least, by: ({ userId }) => userId })
      const hours = all.map(({ minute: end }) =>
        all.filter(({ minute }) => minute <= end && minute >= end - 60),
      )
      const dense = hours.filter(
        inside => new Set(inside.map(({ userId }) => userId)).size >= least,
      )
      expect(new Set(found.looks)).toEqual(new Set(dense.flat()))
      const sizes = dense.map(inside => new Set(inside.map(({ userId }) => userId)).size)
      expect(found.most).toBe(Math.max(0, ...sizes))
    }),
  )
})
