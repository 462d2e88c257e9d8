import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { ProgramKey } from '../../../platform/sessions/program-key.ts'

/**
 * A few bytes that only the program can read again, and only for what they were sealed for: AES-256-GCM
 * under a key of its own made from the program's (RFC 5869). `purpose` is bound to them, such as
 * `code|<user>`: what was sealed for one account opens for no other.
 */
export function sealed(key: ProgramKey, purpose: string, secret: Buffer): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(key), nonce)
  cipher.setAAD(Buffer.from(purpose))
  const body = Buffer.concat([cipher.update(secret), cipher.final()])
  return Buffer.concat([nonce, body, cipher.getAuthTag()])
}

/** What was sealed; null when it was not sealed by this program for this purpose, or was changed. */
export function unsealed(key: ProgramKey, purpose: string, box: Buffer): Buffer | null {
  if (box.length < 28) return null
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(key), box.subarray(0, 12))
  decipher.setAAD(Buffer.from(purpose))
  decipher.setAuthTag(box.subarray(-16))
  try {
    return Buffer.concat([decipher.update(box.subarray(12, -16)), decipher.final()])
  } catch {
    return null
  }
}

const sealingKey = (key: ProgramKey): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', 'turnstone sealing', 32))
