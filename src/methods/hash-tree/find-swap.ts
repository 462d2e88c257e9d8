/** Which two entries changed places? Tries every pair, so only for short runs. */
import type { TreeState } from './compact-range.ts'
import { rootOf, withLeaf } from './compact-range.ts'
import type { Hash } from './hash.ts'
import { sameHash } from './hash.ts'

/** Longer runs take too long: the work grows with the third power. This one takes about 0.1 s. */
export const longestRun = 64

/**
 * Looks for two of `leaves` that, put in each other's place, lead from the tree `before` them to `root`.
 * Answers their places in the log, or null.
 */
export const findSwap = (
  before: TreeState,
  leaves: readonly Hash[],
  root: Hash,
): { first: number; second: number } | null => {
  if (leaves.length > longestRun) return null
  let start = before
  for (const [at, leaf] of leaves.entries()) {
    const rest = leaves.slice(at)
    const other = rest.findIndex((_, to) => to > 0 && leadsTo(start, swapped(rest, to), root))
    if (other > 0) return { first: before.to + at, second: before.to + at + other }
    start = withLeaf(start, leaf)
  }
  return null
}

const leadsTo = (start: TreeState, leaves: readonly Hash[], root: Hash): boolean =>
  sameHash(rootOf(leaves.reduce(withLeaf, start)), root)

/** The list with its first item and the one at `to` in each other's place. */
const swapped = (leaves: readonly Hash[], to: number): readonly Hash[] => {
  const [first, other] = [leaves[0], leaves[to]]
  return first === undefined || other === undefined ? leaves : leaves.with(0, other).with(to, first)
}
