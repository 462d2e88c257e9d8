import type { Configuration } from 'openid-client'
import type { Journey } from './journey.ts'
import type { ProviderSettings } from './settings.ts'

/** Who somebody is to the provider. */
export interface Identity {
  issuer: string
  subject: string
  /** In lower case; null unless the provider says that it is verified. */
  email: string | null
}

export interface Provider {
  name: string
  /** Where the provider asks; rejects when it cannot be reached. */
  addressFor(journey: Omit<Journey, 'next' | 'invitation' | 'began'>): Promise<URL>
  /** Who came back at `url` after so many seconds; null when the answer is not good for this journey. */
  whoCame(url: URL, journey: Journey, elapsed: number): Promise<Identity | null>
}

/** Seconds until the provider must have answered. */
const patience = 5

/**
 * Speaks with an identity provider: authorisation code with PKCE, state and nonce; what it can do, it
 * says itself (OpenID Connect Discovery), asked when it is first needed. `redirect` is where people
 * come back.
 */
export function openProvider(settings: ProviderSettings, redirect: string): Provider {
  const configuration = keptOnceGood(() => discovered(settings))
  return {
    name: settings.name,
    addressFor: async ({ verifier, state, nonce, isFresh }) => {
      const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await library()
      return buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirect,
        scope: 'openid email',
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
        ...(isFresh ? { prompt: 'login', max_age: '0' } : {}),
      })
    },
    whoCame: async (url, journey, elapsed) => {
      const known = await configuration()
      return identityOf(known, url, { ...journey, elapsed }).catch(() => null)
    },
  }
}

const library = () => import('openid-client')

async function discovered(settings: ProviderSettings): Promise<Configuration> {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so by its makers to make it stand out
  const { discovery, allowInsecureRequests } = await library()
  const { issuer, clientId, clientSecret } = settings
  return discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout: patience,
    // The settings allow plain http on this very machine alone.
    execute: issuer.startsWith('http:') ? [allowInsecureRequests] : [],
  })
}

async function identityOf(
  known: Configuration,
  url: URL,
  { verifier, state, nonce, isFresh, elapsed }: Journey & { elapsed: number },
): Promise<Identity | null> {
  const { authorizationCodeGrant, fetchUserInfo } = await library()
  const answer = await authorizationCodeGrant(known, url, {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
    // Signed in there since the journey began, and not before.
    ...(isFresh ? { maxAge: elapsed + patience } : {}),
  })
  const claims = answer.claims()
  if (claims === undefined) return null
  const told =
    claims['email'] === undefined
      ? await fetchUserInfo(known, answer.access_token, claims.sub)
      : claims
  return { issuer: claims.iss, subject: claims.sub, email: verifiedEmail(told) }
}

const verifiedEmail = (told: Readonly<Record<string, unknown>>): string | null => {
  const { email, email_verified: verified } = told
  return verified === true && typeof email === 'string' ? email.trim().toLowerCase() : null
}

/** What failed is tried again by whoever asks next; what was good is kept. */
function keptOnceGood<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let kept: Promise<Result> | null = null
  return () => {
    kept ??= work().catch((error: unknown) => {
      kept = null
      throw error
    })
    return kept
  }
}
