/** Does a later log hold an earlier one unchanged at its start: has it only grown? */
import type { Hash } from './hash.ts'
import { emptyRoot, nodeHash, sameHash } from './hash.ts'
import type { Proof, ProofMade } from './proof.ts'
import { hashesRefusal, lengthReason, proofOf } from './proof.ts'
import type { Side } from './sizes.ts'
import { isSize, leftSize } from './sizes.ts'
import type { NodeAt } from './subtrees.ts'
import { rootBetween } from './subtrees.ts'
import type { Verdict } from './verdict.ts'
import { refused, verified } from './verdict.ts'

/**
 * PROOF(first, D[second]) of RFC 6962, section 2.1.2. Empty where the sizes are equal or `first` is 0.
 * @example consistencyProof(subtreesOf(leaves), { first: 6, second: 8 }) // { is: 'proof', proof: [3 hashes] }
 */
export const consistencyProof = (
  nodeAt: NodeAt,
  { first, second }: { first: number; second: number },
): ProofMade => {
  const refusal = sizesRefusal(first, second)
  if (refusal !== null) return refused(refusal)
  if (first === 0) return { is: 'proof', proof: [] }
  const proof: (Hash | null)[] = []
  let [from, to] = [0, second]
  while (first < to) {
    const middle = from + leftSize(to - from)
    const isLeft = first <= middle
    proof.unshift(isLeft ? rootBetween(nodeAt, middle, to) : rootBetween(nodeAt, from, middle))
    ;[from, to] = isLeft ? [from, middle] : [middle, to]
  }
  // Where the earlier log is one whole subtree from leaf 0, its root is known and is left out.
  return proofOf(from === 0 ? proof : [rootBetween(nodeAt, from, to), ...proof])
}

export interface Consistency {
  /** Size and root of the earlier log. */
  readonly first: number
  readonly firstRoot: Hash
  /** Size and root of the later log. */
  readonly second: number
  readonly secondRoot: Hash
  readonly proof: Proof
}

/**
 * Is the log of `first` entries the start of the log of `second`? Both roots are worked out from the
 * proof. An empty log is the start of every log. Danger: as for `verifyInclusion`, each size must come
 * with its root from a signed checkpoint.
 * @example verifyConsistency({ first: 1, firstRoot: a, second: 1, secondRoot: a, proof: [] }) // verified
 */
export const verifyConsistency = (claim: Consistency): Verdict => {
  const { first, firstRoot, second, secondRoot, proof } = claim
  const refusal = sizesRefusal(first, second) ?? hashesRefusal([firstRoot, secondRoot], proof)
  if (refusal !== null) return refused(refusal)
  return first === 0 ? verifyFromNothing(claim) : verifyFromSome(claim)
}

const verifyFromNothing = ({ firstRoot, second, secondRoot, proof }: Consistency): Verdict => {
  if (proof.length > 0) return refused(lengthReason(0, proof.length))
  if (!sameHash(firstRoot, emptyRoot())) return refused('A log of no entries has another root.')
  return second > 0 || sameHash(secondRoot, firstRoot)
    ? verified
    : refused('A log of no entries has another root.')
}

const verifyFromSome = ({ first, firstRoot, second, secondRoot, proof }: Consistency): Verdict => {
  const { sides, isWhole } = wayUp(first, second)
  const needed = sides.length + (isWhole ? 0 : 1)
  if (proof.length !== needed) return refused(lengthReason(needed, proof.length))
  const [start = firstRoot, ...neighbours] = isWhole ? [firstRoot, ...proof] : proof
  let [earlier, later] = [start, start]
  sides.forEach((side, at) => {
    const neighbour = neighbours[at] ?? start
    // A neighbour on the right is newer than the earlier log, and no part of it.
    if (side === 'left') earlier = nodeHash(neighbour, earlier)
    later = side === 'left' ? nodeHash(neighbour, later) : nodeHash(later, neighbour)
  })
  if (!sameHash(earlier, firstRoot)) return refused('The proof does not lead to the earlier root.')
  return sameHash(later, secondRoot)
    ? verified
    : refused('The proof does not lead to the later root.')
}

/** The sides of the neighbours from the earlier log's last subtree up, and whether that is all of it. */
const wayUp = (first: number, second: number): { sides: Side[]; isWhole: boolean } => {
  const sides: Side[] = []
  let isWhole = true
  let [earlier, later] = [first, second]
  while (earlier < later) {
    const left = leftSize(later)
    const isLeft = earlier <= left
    sides.unshift(isLeft ? 'right' : 'left')
    isWhole &&= isLeft
    ;[earlier, later] = isLeft ? [earlier, left] : [earlier - left, later - left]
  }
  return { sides, isWhole }
}

const sizesRefusal = (first: number, second: number): string | null => {
  if (!isSize(first) || !isSize(second)) return 'Sizes must be whole numbers from 0 up.'
  return first <= second ? null : 'The earlier log cannot be larger than the later one.'
}
