import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { ProgramKey } from '../../../platform/sessions/program-key.ts'

/** Seconds for which a challenge may be answered. */
const lasts = 300

/**
 * What a device has to sign: 16 bytes by chance, the time, and the program's word for both and for what
 * it is asked for (`purpose`, such as `use`, or `make|<session>`). Nothing is kept until it is answered,
 * so that asking costs nothing; an answered one is kept until it is too old, so that it counts once.
 */
export function newChallenge(
  key: ProgramKey,
  purpose: string,
  now: number,
): Uint8Array<ArrayBuffer> {
  const moment = Buffer.alloc(6)
  moment.writeUIntBE(now, 0, 6)
  const said = Buffer.concat([randomBytes(16), moment])
  return Uint8Array.from(Buffer.concat([said, wordFor(key, purpose, said)]))
}

/** Whether this is a challenge of ours for this purpose, young enough at `now` (seconds since 1970). */
export function isChallenge(
  key: ProgramKey,
  purpose: string,
  { challenge, now }: { challenge: string; now: number },
): boolean {
  const bytes = Buffer.from(challenge, 'base64url')
  if (bytes.length !== 54) return false
  const said = bytes.subarray(0, 22)
  if (!timingSafeEqual(wordFor(key, purpose, said), bytes.subarray(22))) return false
  const age = now - said.readUIntBE(16, 6)
  return age >= -5 && age <= lasts
}

/** Under which an answered challenge is kept. */
export const challengeHash = (challenge: string): Buffer =>
  createHash('sha256').update(Buffer.from(challenge, 'base64url')).digest()

const wordFor = (key: ProgramKey, purpose: string, said: Buffer): Buffer =>
  createHmac('sha256', key).update(`challenge|${purpose}|`).update(said).digest()
