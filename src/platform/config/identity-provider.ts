import { z } from 'zod'
import { Refusal } from '../log/refusal.ts'
import type { Environment } from './settings.ts'

/** What is agreed with an identity provider (OpenID Connect). */
export interface IdentityProvider {
  /** Its name, as the button of the sign-in page says it. */
  name: string
  /** Address of the issuer, without `/.well-known/…`. */
  issuer: string
  clientId: string
  clientSecret: string
}

/**
 * The identity provider by which people sign in; null where none is set.
 * @throws Refusal `SETTING_INVALID` when something is missing or wrong; no secret is repeated.
 */
export function readIdentityProvider(
  environment: Environment = process.env,
): IdentityProvider | null {
  const names = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const
  if (names.every(name => (environment[name] ?? '') === '')) return null
  const read = form.safeParse(environment)
  if (!read.success) {
    const sentences = new Set(read.error.issues.map(issue => issue.message))
    throw new Refusal('SETTING_INVALID', [...sentences].join(' '))
  }
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = read.data
  return {
    name: OIDC_NAME,
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
  }
}

const together =
  'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together: set all three or none.'

const issuerSentence =
  'OIDC_ISSUER must be the https address of the identity provider, such as https://login.example.org.'

const returnSentence =
  'OIDC_ISSUER needs PUBLIC_ADDRESS too: the identity provider leads people back there.'

const form = z.object({
  OIDC_ISSUER: z.string(together).min(1, together).refine(isSafe, issuerSentence),
  OIDC_CLIENT_ID: z.string(together).min(1, together),
  OIDC_CLIENT_SECRET: z.string(together).min(1, together),
  OIDC_NAME: z.string().min(1).max(60).default('your organisation'),
  PUBLIC_ADDRESS: z.string(returnSentence).min(1, returnSentence),
})

/** Over TLS, or on this very machine, for trying it out. */
function isSafe(address: string): boolean {
  const url = URL.parse(address)
  if (url === null) return false
  return (
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname))
  )
}
