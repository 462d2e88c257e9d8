import type { VerifierKey } from '../methods/hash-tree/verifier-key.ts'
import { readVerifierKey } from '../methods/hash-tree/verifier-key.ts'
import { Refusal } from '../platform/log/refusal.ts'

/** The public key that an option gives. */
export function keyIn(option: string, text: string): VerifierKey {
  const key = readVerifierKey(text)
  if (key.is === 'key') return key
  throw new Refusal(
    'UNKNOWN_COMMAND',
    `--${option} takes a line that "turnstone audit key" printed. ${key.reason}`,
  )
}
