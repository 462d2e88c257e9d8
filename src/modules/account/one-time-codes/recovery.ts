import { createHash, randomBytes } from 'node:crypto'

/**
 * A code on paper, for whoever has lost the device: 80 bits by chance in 16 letters and digits, so that
 * its plain digest tells nobody anything.
 */
export type RecoveryCode = string & { readonly of: 'recovery code' }

/** Codes that somebody is given at a time. */
const many = 8

export const newRecoveryCodes = (): RecoveryCode[] =>
  Array.from({ length: many }, () => writtenAs(randomBytes(10)))

/** The digest of a code as somebody typed it, with or without hyphens; null when it can be none. */
export function recoveryHash(typed: string): Buffer | null {
  const plain = typed.toUpperCase().replaceAll(/[\s-]/g, '')
  if (!/^[0-9A-HJKMNP-TV-Z]{16}$/.test(plain)) return null
  return createHash('sha256').update(plain).digest()
}

/** Crockford's base 32: without letters that look like digits. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

function writtenAs(bytes: Buffer): RecoveryCode {
  const bits = [...bytes].map(byte => byte.toString(2).padStart(8, '0')).join('')
  const letters = (bits.match(/.{5}/g) ?? []).map(five => alphabet[parseInt(five, 2)] ?? '')
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-') as RecoveryCode
}
