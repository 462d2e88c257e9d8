/** Is this entry in the log that somebody signed? Needs the entry, its proof, the signed note and a key. */
import type { CheckpointOpened } from './checkpoint.ts'
import { openCheckpoint } from './checkpoint.ts'
import { leafHash } from './hash.ts'
import { verifyInclusion } from './inclusion.ts'
import type { Proof } from './proof.ts'
import type { Verdict } from './verdict.ts'
import { refused } from './verdict.ts'
import type { VerifierKey } from './verifier-key.ts'

export interface EntryClaim {
  /** Canonical bytes of the entry. */
  readonly content: Uint8Array
  readonly index: number
  readonly proof: Proof
  /** The signed checkpoint whose size and root the proof is for. */
  readonly note: string
}

export interface Log {
  readonly origin: string
  readonly keys: readonly VerifierKey[]
}

/**
 * Checks the signature, then whose log it is, then the proof. Here size and root come from the signed note,
 * so that a change to any part of the claim is refused.
 */
export const verifyEntry = (claim: EntryClaim, log: Log): Verdict => {
  const opened: CheckpointOpened = openCheckpoint(claim.note, log.keys)
  if (opened.is === 'refused') return opened
  const { origin, size, root } = opened.checkpoint
  if (origin !== log.origin) return refused('The checkpoint is of another log.')
  const { content, index, proof } = claim
  return verifyInclusion({ leaf: leafHash(content), index, size, proof, root })
}
