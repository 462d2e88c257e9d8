import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Consistency } from './consistency.ts'
import { consistencyProof, verifyConsistency } from './consistency.ts'
import { leafHash } from './hash.ts'
import { subtreesOf } from './subtrees.ts'
import {
  ofHex,
  plainRoot,
  plainSubproof,
  referenceConsistencies,
  referenceLeaves,
  referenceRoots,
  rfcConsistency,
} from './testing/reference.ts'
import {
  consistencyAt,
  flipped,
  growth,
  largest,
  leaves,
  madeOf,
  madeUp,
  nodeAt,
  rootAt,
  withBit,
} from './testing/sample-log.ts'

test.each(referenceConsistencies)(
  'the consistency proof from %d to %d reference leaves is the published one and verifies',
  (first, second, published) => {
    const proof = published.map(ofHex)
    expect(madeOf(consistencyProof(subtreesOf(referenceLeaves), { first, second }))).toEqual(proof)
    const [firstRoot, secondRoot] = [referenceRoots[first]!, referenceRoots[second]!].map(ofHex)
    const claim = { first, firstRoot: firstRoot!, second, secondRoot: secondRoot!, proof }
    expect(verifyConsistency(claim)).toEqual({ is: 'verified' })
  },
)

test('a consistency proof between all sizes up to 64 is that of RFC 6962, and verifies', () => {
  for (let second = 0; second <= largest; second++) {
    for (let first = 0; first <= second; first++) {
      const claim = consistencyAt(first, second)
      const plain = first === 0 ? [] : plainSubproof(first, leaves.slice(0, second))
      expect(claim.proof).toEqual(plain)
      expect(verifyConsistency(claim)).toEqual({ is: 'verified' })
    }
  }
})

test('a consistency proof is refused after any single bit of a root or of the proof has changed', () => {
  fc.assert(
    fc.property(growth, fc.nat(2 ** 16), ([first, second], bit) => {
      const claim = consistencyAt(first, second)
      const forged: Consistency[] = [
        { ...claim, firstRoot: flipped(claim.firstRoot, bit) },
        // Nothing ties a log to one without entries, so there the later root is not looked at.
        ...(first > 0 ? [{ ...claim, secondRoot: flipped(claim.secondRoot, bit) }] : []),
      ]
      if (claim.proof.length > 0) forged.push({ ...claim, proof: withBit(claim.proof, bit) })
      for (const each of forged) expect(verifyConsistency(each)).toMatchObject({ is: 'refused' })
    }),
  )
})

test('a consistency proof passes for other sizes only where the way up is the same: so sizes come with their roots', () => {
  const bits = [1, 2, 4, 8, 16, 32, 64]
  fc.assert(
    fc.property(growth, ([first, second]) => {
      fc.pre(first > 0)
      const claim = consistencyAt(first, second)
      const sizes = bits.flatMap(bit => [
        [first ^ bit, second] as const,
        [first, second ^ bit] as const,
      ])
      for (const [a, b] of sizes.filter(([a, b]) => a > 0 && a < b)) {
        const roots = rfcConsistency(a, b, claim.firstRoot, claim.proof)
        const isSame = isDeepStrictEqual(roots, [claim.firstRoot, claim.secondRoot])
        const verdict = verifyConsistency({ ...claim, first: a, second: b })
        expect(verdict.is).toBe(isSame ? 'verified' : 'refused')
      }
    }),
    { numRuns: 500 },
  )
})

test('a consistency proof does not pass between two logs that part anywhere', () => {
  fc.assert(
    fc.property(growth, fc.nat(largest), ([first, second], at) => {
      fc.pre(first > 0)
      const fork = leaves.map((leaf, n) => (n === at % first ? leafHash(leaf) : leaf))
      const proof = madeOf(consistencyProof(subtreesOf(fork), { first, second }))
      const later = { second, secondRoot: plainRoot(fork.slice(0, second)), proof }
      const claim = { first, firstRoot: rootAt(first), ...later }
      expect(verifyConsistency(claim)).toMatchObject({ is: 'refused' })
    }),
  )
})

test('a consistency proof that was made up is refused: 1,000 of 1,000', () => {
  let refusals = 0
  for (let round = 0; round < 1000; round++) {
    const second = 2 + (round % (largest - 1))
    const claim = consistencyAt(1 + (round % (second - 1)), second)
    const proof = claim.proof.map((_, at) => madeUp(100 * round + at))
    if (verifyConsistency({ ...claim, proof }).is === 'refused') refusals++
  }
  expect(refusals).toBe(1000)
})

test('a consistency proof is refused with a hash too many or too few', () => {
  fc.assert(
    fc.property(growth, ([first, second]) => {
      const claim = consistencyAt(first, second)
      const { proof } = claim
      const forged = [
        [...proof, claim.secondRoot],
        [claim.firstRoot, ...proof],
      ]
      if (proof.length > 0) forged.push(proof.slice(1), proof.slice(0, -1))
      for (const each of forged) {
        expect(verifyConsistency({ ...claim, proof: each })).toMatchObject({ is: 'refused' })
      }
    }),
  )
})

test('a consistency proof never leads from a larger log to a smaller one, nor from nothing to a wrong nothing', () => {
  const claim = consistencyAt(3, 8)
  const { firstRoot, secondRoot, proof } = claim
  const back = { first: 8, firstRoot: secondRoot, second: 3, secondRoot: firstRoot, proof }
  expect(verifyConsistency(back)).toMatchObject({ is: 'refused' })
  expect(verifyConsistency({ ...consistencyAt(0, 0), secondRoot })).toMatchObject({
    is: 'refused',
  })
  expect(consistencyProof(nodeAt, { first: 9, second: 8 })).toMatchObject({ is: 'refused' })
  expect(consistencyProof(nodeAt, { first: 3, second: 65 })).toMatchObject({ is: 'refused' })
})
