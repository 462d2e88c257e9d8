/** Is this entry in the log, at this place? The proof is one hash a level: 20 for a million entries. */
import type { Hash } from './hash.ts'
import { nodeHash, sameHash } from './hash.ts'
import type { Proof, ProofMade } from './proof.ts'
import { hashesRefusal, lengthReason, proofOf } from './proof.ts'
import type { Side } from './sizes.ts'
import { isSize, leftSize } from './sizes.ts'
import type { NodeAt } from './subtrees.ts'
import { rootBetween } from './subtrees.ts'
import type { Verdict } from './verdict.ts'
import { refused, verified } from './verdict.ts'

/**
 * The audit path PATH(index, D[size]) of RFC 6962, section 2.1.1: the neighbours on the way from the leaf
 * up to the root. `nodeAt` must know every whole subtree of the first `size` leaves.
 * @example inclusionProof(subtreesOf(leaves), { index: 0, size: 8 }) // { is: 'proof', proof: [3 hashes] }
 */
export const inclusionProof = (
  nodeAt: NodeAt,
  { index, size }: { index: number; size: number },
): ProofMade => {
  const refusal = placeRefusal(index, size)
  if (refusal !== null) return refused(refusal)
  const proof: (Hash | null)[] = []
  let [from, to] = [0, size]
  while (to - from > 1) {
    const middle = from + leftSize(to - from)
    const isLeft = index < middle
    proof.unshift(isLeft ? rootBetween(nodeAt, middle, to) : rootBetween(nodeAt, from, middle))
    ;[from, to] = isLeft ? [from, middle] : [middle, to]
  }
  return proofOf(proof)
}

export interface Inclusion {
  /** Hash of the entry: `leafHash(bytes)`. */
  readonly leaf: Hash
  /** Its place, from 0. */
  readonly index: number
  readonly size: number
  readonly proof: Proof
  /** Root of the first `size` entries; take both from the same signed checkpoint. */
  readonly root: Hash
}

/**
 * Does `proof` lead from the leaf at `index` to the root of `size` leaves? Any change to leaf, index, proof
 * or root is refused, whatever form it has. Danger: a root does not tell its size, and trees of 6 and of
 * 7 leaves have the same way up from leaf 0; so `size` must come with the root from a signed checkpoint.
 * @example verifyInclusion({ leaf, index: 0, size: 1, proof: [], root: leaf }) // { is: 'verified' }
 */
export const verifyInclusion = (claim: Inclusion): Verdict => {
  const { leaf, index, size, proof, root } = claim
  const refusal = placeRefusal(index, size) ?? hashesRefusal([leaf, root], proof)
  if (refusal !== null) return refused(refusal)
  const sides = sidesOf(index, size)
  if (sides.length !== proof.length) return refused(lengthReason(sides.length, proof.length))
  const found = sides.reduce((hash, side, at) => {
    const neighbour = proof[at] ?? hash
    return side === 'left' ? nodeHash(neighbour, hash) : nodeHash(hash, neighbour)
  }, leaf)
  return sameHash(found, root) ? verified : refused('The proof does not lead to this root.')
}

/** The sides on which the neighbours stand, from the leaf up. */
const sidesOf = (index: number, size: number): Side[] => {
  const sides: Side[] = []
  let [at, leaves] = [index, size]
  while (leaves > 1) {
    const left = leftSize(leaves)
    sides.unshift(at < left ? 'right' : 'left')
    ;[at, leaves] = at < left ? [at, left] : [at - left, leaves - left]
  }
  return sides
}

const placeRefusal = (index: number, size: number): string | null => {
  if (!isSize(index) || !isSize(size)) return 'Index and size must be whole numbers from 0 up.'
  return index < size ? null : 'The index lies beyond the end of the tree.'
}
