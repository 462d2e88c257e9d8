/** A log of 64 entries, its roots at every size, and ways to spoil a proof. */
import fc from 'fast-check'
import type { Consistency } from '../consistency.ts'
import { consistencyProof } from '../consistency.ts'
import type { Hash } from '../hash.ts'
import { leafHash } from '../hash.ts'
import type { Inclusion } from '../inclusion.ts'
import { inclusionProof } from '../inclusion.ts'
import type { ProofMade } from '../proof.ts'
import { subtreesOf } from '../subtrees.ts'
import { plainRoot } from './reference.ts'

export const largest = 64
export const leaves = Array.from({ length: largest }, (_, n) =>
  leafHash(Buffer.from(`entry ${String(n)}`)),
)
const roots = Array.from({ length: largest + 1 }, (_, size) => plainRoot(leaves.slice(0, size)))
export const nodeAt = subtreesOf(leaves)

export const rootAt = (size: number): Hash => roots[size] ?? Buffer.alloc(0)
export const madeOf = (made: ProofMade): readonly Hash[] => {
  if (made.is !== 'proof') throw new Error(made.reason)
  return made.proof
}

export const inclusionAt = (index: number, size: number): Inclusion => ({
  leaf: leaves[index] ?? Buffer.alloc(0),
  index,
  size,
  proof: madeOf(inclusionProof(nodeAt, { index, size })),
  root: rootAt(size),
})

export const consistencyAt = (first: number, second: number): Consistency => ({
  first,
  firstRoot: rootAt(first),
  second,
  secondRoot: rootAt(second),
  proof: madeOf(consistencyProof(nodeAt, { first, second })),
})

/** A hash of nothing in the log, the same one for the same number. */
export const madeUp = (n: number): Hash => leafHash(Buffer.from(`made up ${String(n)}`))

/** A size and a place in it. */
export const place = fc
  .integer({ min: 1, max: largest })
  .chain(size => fc.tuple(fc.nat(size - 1), fc.constant(size)))

/** Two sizes in order. */
export const growth = fc
  .integer({ min: 1, max: largest })
  .chain(second => fc.tuple(fc.nat(second), fc.constant(second)))

export const flipped = (hash: Hash, bit: number): Hash => {
  const copy = Buffer.from(hash)
  const at = bit % (8 * copy.length)
  copy.writeUInt8(copy.readUInt8(at >> 3) ^ (1 << (at & 7)), at >> 3)
  return copy
}

export const withBit = (proof: readonly Hash[], bit: number): readonly Hash[] => {
  const at = (bit >> 8) % proof.length
  return proof.map((hash, n) => (n === at ? flipped(hash, bit) : hash))
}
