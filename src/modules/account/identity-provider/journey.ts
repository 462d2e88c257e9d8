import { z } from 'zod'
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

const form = z.object({
  verifier: z.string(),
  state: z.string(),
  nonce: z.string(),
  next: z.string(),
  isFresh: z.boolean(),
  began: z.number(),
})
