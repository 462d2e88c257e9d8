/** What proofs of both kinds have in common: a list of hashes, checked before any of it is used. */
import type { Hash } from './hash.ts'
import { isHash } from './hash.ts'
import type { Refused } from './verdict.ts'
import { refused } from './verdict.ts'

/** Hashes from the leaf up. */
export type Proof = readonly Hash[]

export type ProofMade = { readonly is: 'proof'; readonly proof: Proof } | Refused

/** The proof, where the tree knew all of its hashes. */
export const proofOf = (hashes: readonly (Hash | null)[]): ProofMade =>
  hashes.every(isHash)
    ? { is: 'proof', proof: hashes }
    : refused('The tree does not hold all entries of this size.')

/** Refuses hashes of another length than 32 bytes, and a proof that is no list. */
export const hashesRefusal = (hashes: readonly unknown[], proof: unknown): string | null => {
  if (!hashes.every(isHash)) return 'Each leaf and root must be a hash of 32 bytes.'
  // Spread, because `every` alone passes over holes in a list.
  return Array.isArray(proof) && [...(proof as unknown[])].every(isHash)
    ? null
    : 'Proofs and runs of leaves must be lists of hashes of 32 bytes.'
}

/** Why a proof of the wrong length is refused. */
export const lengthReason = (needed: number, given: number): string =>
  `The proof must hold ${String(needed)} hashes here, and holds ${String(given)}.`
