import { createHash, randomBytes } from 'node:crypto'

/** What the holder of a session keeps: 32 random bytes, in base64url. Never stored, never logged. */
export type Token = string & { readonly of: 'token' }

/** SHA-256 of a token: all that the database knows of it. */
export type TokenHash = Buffer & { readonly of: 'token hash' }

export const newToken = (): Token => randomBytes(32).toString('base64url') as Token

/** The digest of a token that came from outside; null where it cannot be a token of ours. */
export const tokenHash = (token: string): TokenHash | null =>
  /^[\w-]{43}$/.test(token) ? (createHash('sha256').update(token).digest() as TokenHash) : null
