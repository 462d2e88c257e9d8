import { createHash, createHmac } from 'node:crypto'

/**
 * The secret by which the database knows its program: 32 bytes in DATA_DIR/keys, registered by the
 * database's owner. It says "I have recognised this person", which no SQL statement alone can say.
 */
export type ProgramKey = Buffer & { readonly of: 'program key' }

/** A message of the program, with the id of its key and the HMAC-SHA-256 under it. */
export interface Signed {
  key: string
  message: string
  tag: Buffer
}

/** The id under which the database keeps the key: 16 hex digits of its digest. */
export const keyId = (key: ProgramKey): string =>
  createHash('sha256').update(key).digest('hex').slice(0, 16)

/** A text or bytes as a field of a message, so that no field can hold a bar. */
export const hex = (value: string | Uint8Array): string => Buffer.from(value).toString('hex')

export const signedBy = (key: ProgramKey, ...parts: (string | number)[]): Signed => {
  const message = parts.join('|')
  return { key: keyId(key), message, tag: createHmac('sha256', key).update(message).digest() }
}
