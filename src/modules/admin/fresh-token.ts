import { newToken, tokenHash, type Token, type TokenHash } from '../../platform/access/token.ts'

/** A token for somebody else, with the digest that alone is kept. */
export function freshToken(): { token: Token; digest: TokenHash } {
  const token = newToken()
  // A token of ours has the form that the digest asks for.
  return { token, digest: tokenHash(token) as TokenHash }
}
