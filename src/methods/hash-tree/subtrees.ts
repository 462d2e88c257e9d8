/** All whole subtrees of a list of leaves, from which any root or proof is put together. */
import { placesOf, rootOfNodes } from './compact-range.ts'
import type { Hash } from './hash.ts'
import { hashLength, isHash, nodeHash } from './hash.ts'

/**
 * The hash of a whole subtree: of 2^level leaves, the index-th of its size; null where it is not known.
 * A log may also keep them in a table.
 */
export type NodeAt = (level: number, index: number) => Hash | null

/**
 * Works out every whole subtree of `leaves`: one hash a leaf in time, 64 bytes a leaf in memory.
 * @example inclusionProof(subtreesOf(leaves), { index: 5, size: 8 })
 */
export const subtreesOf = (leaves: readonly Hash[]): NodeAt => {
  // One array of bytes a level: a million single arrays would take four times the memory.
  let level: Buffer = Buffer.concat(leaves)
  const levels = [level]
  while (level.length >= 2 * hashLength) {
    level = pairsOf(level)
    levels.push(level)
  }
  return (level, index) => hashAt(levels[level], index)
}

/** The root of leaves `from` to before `to`, where the left half of them is a whole subtree, or null. */
export const rootBetween = (nodeAt: NodeAt, from: number, to: number): Hash | null => {
  const nodes = placesOf(from, to).map(({ level, index }) => nodeAt(level, index))
  return nodes.every(isHash) ? rootOfNodes(nodes) : null
}

const pairsOf = (below: Buffer): Buffer => {
  const pairs = Math.floor(below.length / hashLength / 2)
  const level = Buffer.alloc(pairs * hashLength)
  for (let at = 0; at < pairs; at++) {
    const start = 2 * at * hashLength
    const left = below.subarray(start, start + hashLength)
    level.set(
      nodeHash(left, below.subarray(start + hashLength, start + 2 * hashLength)),
      at * hashLength,
    )
  }
  return level
}

const hashAt = (level: Buffer | undefined, index: number): Hash | null =>
  level?.subarray(index * hashLength, (index + 1) * hashLength) ?? null
