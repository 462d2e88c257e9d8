import { z } from 'zod'
import type { TokenHash } from '../../../platform/access/token.ts'
import type { ProgramKey } from '../../../platform/sessions/program-key.ts'
import { sealed, unsealed } from '../one-time-codes/sealed.ts'

/** What must still be known when somebody comes back from the identity provider. */
export interface Journey {
  /** Proves to the provider that whoever comes back is whoever went (PKCE, RFC 7636). */
  verifier: string
  /** Ties the answer to this browser, and the identity to this question. */
  state: string
  nonce: string
  /** Where somebody goes on to. */
  next: string
  /** Whether the provider was to ask for the sign-in anew. */
  isFresh: boolean
  /** The invitation whose code was shown before going, as the digest of its token in hex; empty for none. */
  invitation: string
  /** Seconds since 1970. */
  began: number
}

/** Seconds that somebody may spend at the provider. */
export const journeyLasts = 600

/** Sealed for a cookie of the browser that goes: nothing is kept here meanwhile. */
export const journeyCookie = (key: ProgramKey, journey: Journey): string =>
  sealed(key, 'provider', Buffer.from(JSON.stringify(journey))).toString('base64url')

/** The journey in a cookie; null when it is none of ours, or was too long. */
export function readJourney(key: ProgramKey, cookie: string, now: number): Journey | null {
  const text = unsealed(key, 'provider', Buffer.from(cookie, 'base64url'))
  if (text === null) return null
  const journey = form.parse(JSON.parse(text.toString('utf8')))
  return now - journey.began <= journeyLasts ? journey : null
}

/** What whoever has shown the code of an invitation carries to the journey, so that nobody else takes it up. */
export const invitationPass = (key: ProgramKey, token: TokenHash): string =>
  sealed(key, 'invitation', token).toString('base64url')

/** The invitation in a pass, as a journey has it; empty where it is none of ours. */
export function invitationIn(key: ProgramKey, pass: unknown): string {
  if (typeof pass !== 'string') return ''
  return unsealed(key, 'invitation', Buffer.from(pass, 'base64url'))?.toString('hex') ?? ''
}

const form = z.object({
  verifier: z.string(),
  state: z.string(),
  nonce: z.string(),
  next: z.string(),
  isFresh: z.boolean(),
  invitation: z.string(),
  began: z.number(),
})
