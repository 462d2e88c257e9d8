import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rangeOf } from './compact-range.ts'
import { verifyConsistency } from './consistency.ts'
import type { Hash } from './hash.ts'
import { verifyInclusion } from './inclusion.ts'
import { verifyRange } from './range-proof.ts'

import { flipped, inclusionAt, largest, leaves, rootAt, withBit } from './testing/sample-log.ts'

const runs = fc
  .integer({ min: 0, max: largest })
  .chain(size => fc.tuple(fc.nat(size), fc.nat(size), fc.constant(size)))
  .map(([a, b, size]) => [Math.min(a, b), Math.max(a, b), size] as const)
const claimOf = (from: number, to: number, size: number) => ({
  from,
  leaves: leaves.slice(from, to),
  size,
  root: rootAt(size),
  before: rangeOf(0, leaves.slice(0, from)).nodes,
  after: rangeOf(to, leaves.slice(to, size)).nodes,
})

test('a run of entries verifies with the compact ranges before and after it, wherever it is cut', () => {
  fc.assert(
    fc.property(runs, ([from, to, size]) => {
      expect(verifyRange(claimOf(from, to, size))).toEqual({ is: 'verified' })
    }),
  )
})

test('a run of entries is refused after one bit of a leaf, of the root or of either range has changed', () => {
  fc.assert(
    fc.property(runs, fc.nat(2 ** 16), ([from, to, size], bit) => {
      const claim = claimOf(from, to, size)
      const forged = [{ ...claim, root: flipped(claim.root, bit) }]
      for (const part of ['leaves', 'before', 'after'] as const) {
        const hashes = claim[part]
        if (hashes.length > 0) forged.push({ ...claim, [part]: withBit(hashes, bit) })
      }
      for (const each of forged) expect(verifyRange(each)).toMatchObject({ is: 'refused' })
    }),
  )
})

test('a run of entries is refused one place further on, or with a leaf left out', () => {
  const claim = claimOf(10, 20, 40)
  expect(verifyRange({ ...claim, from: 11 }).is).toBe('refused')
  expect(verifyRange({ ...claim, leaves: claim.leaves.slice(1) }).is).toBe('refused')
  expect(verifyRange({ ...claim, leaves: claim.leaves.toReversed() }).is).toBe('refused')
})

test('whatever it is given, no verifier throws: it verifies or refuses', () => {
  const oddNumber = fc.constantFrom(
    0,
    1,
    2,
    8,
    -1,
    0.5,
    NaN,
    Infinity,
    2 ** 31,
    2 ** 53 - 1,
    2 ** 53,
  )
  const oddHash = fc.constantFrom<unknown>(leaves[0], rootAt(8), Buffer.alloc(31), '', null, {}, 7)
  const oddList = fc.oneof(fc.array(oddHash, { maxLength: 4 }), fc.constantFrom<unknown>(null, 'x'))
  const odd = fc.record({
    leaf: oddHash,
    index: oddNumber,
    size: oddNumber,
    root: oddHash,
    proof: oddList,
    first: oddNumber,
    second: oddNumber,
    firstRoot: oddHash,
    secondRoot: oddHash,
    from: oddNumber,
    leaves: oddList,
    before: oddList,
    after: oddList,
  })
  fc.assert(
    fc.property(odd, claim => {
      for (const verify of [verifyInclusion, verifyConsistency, verifyRange]) {
        expect(['verified', 'refused']).toContain(verify(claim as never).is)
      }
    }),
    { numRuns: 2000 },
  )
  const claim = { ...inclusionAt(0, 2), proof: new Array<Hash>(1) }
  expect(verifyInclusion(claim).is).toBe('refused')
})
