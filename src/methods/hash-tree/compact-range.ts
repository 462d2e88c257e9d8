/**
 * A run of neighbouring leaves, kept as the few hashes that its tree needs: the *compact range*. From
 * leaf 0 on it is the whole state of a growing log: 20 hashes or fewer stand for a million entries.
 * Source: https://github.com/transparency-dev/merkle/blob/main/docs/compact_ranges.md
 */
import type { Hash } from './hash.ts'
import { emptyRoot, isHash, nodeHash } from './hash.ts'
import { isSize } from './sizes.ts'

export interface CompactRange {
  /** The first leaf. */
  readonly from: number
  /** The first leaf after the last. */
  readonly to: number
  /** Roots of the largest whole subtrees that make up the run, from left to right. */
  readonly nodes: readonly Hash[]
}

/** The run that starts at leaf 0. */
export type TreeState = CompactRange & { readonly from: 0 }

/** A log without entries. */
export const emptyTree: TreeState = { from: 0, to: 0, nodes: [] }

/** A run without leaves, before leaf `at`. */
export const emptyRange = (at: number): CompactRange => ({ from: at, to: at, nodes: [] })

/**
 * The range with one more leaf hash at its end; `range` itself stays as it is. About one hash a leaf,
 * log2(n) at most.
 * @example withLeaf(emptyTree, leafHash(data)) // { from: 0, to: 1, nodes: [leaf] }
 */
export const withLeaf = <Range extends CompactRange>(range: Range, leaf: Hash): Range => {
  const nodes = [...range.nodes]
  pushNode(nodes, range.from, { level: 0, index: range.to, hash: leaf })
  return { ...range, to: range.to + 1, nodes }
}

/**
 * Two runs as one, or null where the second does not start where the first ends.
 * @example joined(rangeOf(0, first), rangeOf(first.length, second))
 */
export const joined = <Range extends CompactRange>(
  left: Range,
  right: CompactRange,
): Range | null => {
  if (left.to !== right.from) return null
  const nodes = [...left.nodes]
  const places = placesOf(right.from, right.to)
  right.nodes.forEach((hash, at) => {
    const place = places[at]
    if (place !== undefined) pushNode(nodes, left.from, { ...place, hash })
  })
  return { ...left, to: right.to, nodes }
}

/** The range of `leaves`, the first of which is leaf number `from`. */
export const rangeOf = <From extends number>(
  from: From,
  leaves: Iterable<Hash>,
): CompactRange & { readonly from: From } => {
  let range = { ...emptyRange(from), from }
  for (const leaf of leaves) range = withLeaf(range, leaf)
  return range
}

/**
 * The root of the tree: MTH of RFC 6962, section 2.1.
 * @example rootOf(rangeOf(0, ['', '00'].map(hex => leafHash(Buffer.from(hex, 'hex'))))) // fac54203…
 */
export const rootOf = (state: TreeState): Hash => rootOfNodes(state.nodes)

/** The same for any run that starts at a multiple of its size: its nodes, folded from the right. */
export const rootOfNodes = (nodes: readonly Hash[]): Hash => {
  const root = nodes.reduceRight<Hash | null>(
    (right, left) => (right === null ? left : nodeHash(left, right)),
    null,
  )
  return root ?? emptyRoot()
}

/** Is this a range that could exist: sizes in order, and as many hashes as its leaves ask for? */
export const isRange = (range: CompactRange): boolean =>
  isSize(range.from) &&
  isSize(range.to) &&
  range.from <= range.to &&
  Array.isArray(range.nodes) &&
  range.nodes.length === placesOf(range.from, range.to).length &&
  range.nodes.every(isHash)

/** Where a whole subtree stands: of 2^level leaves, the index-th of its size. */
export interface Place {
  readonly level: number
  readonly index: number
}

/**
 * The largest whole subtrees that make up the leaves from `from` to before `to`, from left to right.
 * @example placesOf(3, 6) // leaf 3, then the pair of 4 and 5: [{level: 0, index: 3}, {level: 1, index: 2}]
 */
export const placesOf = (from: number, to: number): Place[] => {
  const places: Place[] = []
  for (let start = from; start < to;) {
    let level = 0
    while (start % 2 ** (level + 1) === 0 && start + 2 ** (level + 1) <= to) level++
    places.push({ level, index: start / 2 ** level })
    start += 2 ** level
  }
  return places
}

/** Adds a subtree at the end of `nodes`, joining it with its left neighbour as long as there is one. */
const pushNode = (nodes: Hash[], from: number, added: Place & { hash: Hash }): void => {
  let { index, hash } = added
  let first = Math.ceil(from / 2 ** added.level)
  while (index % 2 === 1 && index > first) {
    const left = nodes.pop()
    if (left === undefined) break
    hash = nodeHash(left, hash)
    index = (index - 1) / 2
    first = Math.ceil(first / 2)
  }
  nodes.push(hash)
}
