/** Bytes as text, read back strictly: of all texts that could mean the same bytes, one is right. */

/** @example hexOf(Uint8Array.of(0, 255)) // '00ff' */
export const hexOf = (bytes: Uint8Array): string => bytesOf(bytes).toString('hex')

/** The bytes of lower-case hex, or null. */
export const readHex = (text: unknown): Uint8Array | null =>
  typeof text === 'string' && /^(?:[0-9a-f]{2})*$/.test(text) ? Buffer.from(text, 'hex') : null

/** Base 64 with padding: RFC 4648, section 4. */
export const base64Of = (bytes: Uint8Array): string => bytesOf(bytes).toString('base64')

/** The bytes of base 64 with its padding and no stray bits, or null. */
export const readBase64 = (text: unknown): Uint8Array | null => {
  if (typeof text !== 'string') return null
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : null
}

const bytesOf = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
