import { createHmac, randomBytes } from 'node:crypto'
import type { ProgramKey } from './program-key.ts'

/**
 * The code that a second administrator hands to whoever is invited: 40 bits by chance in 8 letters and
 * digits. The database counts wrong ones and ends the invitation at the fifth.
 */
export type HandedCode = string & { readonly of: 'handed code' }

/** Crockford's base 32: without letters that look like digits. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export const newHandedCode = (): HandedCode => {
  const letters = Array.from(randomBytes(8), byte => alphabet[byte % 32] ?? '').join('')
  return `${letters.slice(0, 4)}-${letters.slice(4)}` as HandedCode
}

/** A code as somebody typed it: any case, with or without hyphen, O for 0, I and L for 1. Null when it can be none. */
export function readHandedCode(typed: string): HandedCode | null {
  const plain = typed
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  if (!/^[0-9A-HJKMNP-TV-Z]{8}$/.test(plain)) return null
  return `${plain.slice(0, 4)}-${plain.slice(4)}` as HandedCode
}

/** All that the database keeps of a code: an HMAC for one account, so that a stolen dump cannot be searched for it. */
export const handedCodeDigest = (key: ProgramKey, userId: string, code: HandedCode): Buffer =>
  createHmac('sha256', key).update(`handed code|${userId}|${code}`).digest()
