/** Are these the entries of the log from one place to another? One proof for a whole run of them. */
import { isRange, joined, rangeOf, rootOf } from './compact-range.ts'
import type { TreeState } from './compact-range.ts'
import type { Hash } from './hash.ts'
import { sameHash } from './hash.ts'
import { hashesRefusal } from './proof.ts'
import type { Verdict } from './verdict.ts'
import { refused, verified } from './verdict.ts'

export interface RangeClaim {
  /** Leaf hashes in order, and the place of the first. */
  readonly from: number
  readonly leaves: readonly Hash[]
  /** Size and root of the log, both from the same signed checkpoint. */
  readonly size: number
  readonly root: Hash
  /** Hashes of the compact ranges before the leaves and after them. */
  readonly before: readonly Hash[]
  readonly after: readonly Hash[]
}

/**
 * Do the compact range before, the leaves and the compact range after make up the tree of this root?
 * @example verifyRange({ from: 0, leaves, size: leaves.length, root, before: [], after: [] })
 */
export const verifyRange = (claim: RangeClaim): Verdict => {
  const { from, leaves, size, root } = claim
  const refusal = hashesRefusal([root], leaves)
  if (refusal !== null) return refused(refusal)
  const to = from + leaves.length
  const before: TreeState = { from: 0, to: from, nodes: claim.before }
  const after = { from: to, to: size, nodes: claim.after }
  if (!isRange(before) || !isRange(after)) {
    return refused('The ranges before and after do not fit these places and this size.')
  }
  const start = joined(before, rangeOf(from, leaves))
  const all = start && joined(start, after)
  return all && sameHash(rootOf(all), root)
    ? verified
    : refused('The leaves do not lead to this root.')
}
