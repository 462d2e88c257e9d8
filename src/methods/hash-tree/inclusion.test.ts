import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Inclusion } from './inclusion.ts'
import { inclusionProof, verifyInclusion } from './inclusion.ts'
import { subtreesOf } from './subtrees.ts'
import {
  ofHex,
  plainPath,
  referenceInclusions,
  referenceLeaves,
  referenceRoots,
  rfcInclusion,
} from './testing/reference.ts'
import {
  flipped,
  inclusionAt,
  largest,
  leaves,
  madeOf,
  madeUp,
  nodeAt,
  place,
  withBit,
} from './testing/sample-log.ts'

test.each(referenceInclusions)(
  'the inclusion proof of reference leaf %d in %d is the published one and verifies',
  (index, size, published) => {
    const proof = published.map(ofHex)
    expect(madeOf(inclusionProof(subtreesOf(referenceLeaves), { index, size }))).toEqual(proof)
    const [leaf, root] = [referenceLeaves[index]!, ofHex(referenceRoots[size]!)]
    expect(verifyInclusion({ leaf, index, size, proof, root })).toEqual({ is: 'verified' })
  },
)

test('an inclusion proof of every leaf in every log of up to 64 is that of RFC 6962, and verifies', () => {
  for (let size = 1; size <= largest; size++) {
    for (let index = 0; index < size; index++) {
      const claim = inclusionAt(index, size)
      expect(claim.proof).toEqual(plainPath(index, leaves.slice(0, size)))
      expect(verifyInclusion(claim)).toEqual({ is: 'verified' })
    }
  }
})

test('an inclusion proof is refused after any single bit of leaf, root or proof has changed', () => {
  fc.assert(
    fc.property(place, fc.nat(2 ** 16), ([index, size], bit) => {
      const claim = inclusionAt(index, size)
      const forged: Inclusion[] = [
        { ...claim, leaf: flipped(claim.leaf, bit) },
        { ...claim, root: flipped(claim.root, bit) },
      ]
      if (claim.proof.length > 0) forged.push({ ...claim, proof: withBit(claim.proof, bit) })
      for (const each of forged) expect(verifyInclusion(each)).toMatchObject({ is: 'refused' })
    }),
  )
})

test('an inclusion proof is refused for every other place in the same log', () => {
  for (let size = 1; size <= largest; size++) {
    for (let index = 0; index < size; index += 5) {
      const claim = inclusionAt(index, size)
      for (let other = 0; other <= size; other++) {
        const verdict = verifyInclusion({ ...claim, index: other })
        expect(verdict.is).toBe(other === index ? 'verified' : 'refused')
      }
    }
  }
})

test('an inclusion proof passes for another size only where the way up is the same: so size comes with the root', () => {
  for (let size = 1; size <= largest; size++) {
    for (let index = 0; index < size; index++) {
      const { leaf, proof, root } = inclusionAt(index, size)
      for (let bit = 0; bit < 8; bit++) {
        const other = size ^ (1 << bit)
        const verdict = verifyInclusion({ leaf, index, size: other, proof, root })
        const found = rfcInclusion(leaf, index, other, proof)
        expect(verdict.is).toBe(
          found !== null && Buffer.compare(found, root) === 0 ? 'verified' : 'refused',
        )
      }
    }
  }
  expect(verifyInclusion({ ...inclusionAt(0, 6), size: 7 }).is).toBe('verified')
})

test('an inclusion proof is refused with a hash too many or too few, or with two of them in the other order', () => {
  fc.assert(
    fc.property(place, ([index, size]) => {
      const claim = inclusionAt(index, size)
      const { proof } = claim
      const forged = [
        [...proof, claim.root],
        [claim.root, ...proof],
        ...(proof.length > 0 ? [proof.slice(1), proof.slice(0, -1)] : []),
        ...(proof.length > 1 ? [proof.toReversed()] : []),
      ]
      for (const each of forged) {
        expect(verifyInclusion({ ...claim, proof: each })).toMatchObject({ is: 'refused' })
      }
    }),
  )
})

test('an inclusion proof that was made up is refused: 1,000 of 1,000', () => {
  let refusals = 0
  for (let round = 0; round < 1000; round++) {
    const size = 2 + (round % (largest - 1))
    const claim = inclusionAt(round % size, size)
    const proof = claim.proof.map((_, at) => madeUp(100 * round + at))
    const forged = [
      { ...claim, proof },
      { ...claim, leaf: madeUp(100 * round + 99) },
      { ...claim, leaf: madeUp(100 * round + 99), proof },
    ][round % 3]
    if (forged !== undefined && verifyInclusion(forged).is === 'refused') refusals++
  }
  expect(refusals).toBe(1000)
})

test('an inclusion proof is not made for a place or a size that the log does not have', () => {
  for (const [index, size] of [
    [-1, 8],
    [8, 8],
    [0, 0],
    [0.5, 8],
    [0, 65],
    [NaN, 8],
  ]) {
    expect(inclusionProof(nodeAt, { index: index!, size: size! })).toMatchObject({
      is: 'refused',
    })
  }
})
