import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { TokenHash } from '../../access/token.ts'

/**
 * The token that stands in each form of a session. Another site can make a browser send its cookie, but
 * cannot know this. Bound to the session, so that it ends with it.
 */
export const formToken = (session: TokenHash): string =>
  createHmac('sha256', session).update('form').digest('base64url')

/**
 * Whether a form was sent from a page of ours: by the browser's own word (`Sec-Fetch-Site`, `Origin`)
 * where it gives one, and by the token in the form.
 */
export const isFromOurPage = (request: FastifyRequest, token: unknown): boolean =>
  isFromOurSite(request) && request.token !== null && isEqual(token, formToken(request.token))

/** By the browser's own word alone, for a form that needs no session. A program gives none. */
export function isFromOurSite({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  const { origin } = headers
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)
}

function isEqual(given: unknown, wanted: string): boolean {
  if (typeof given !== 'string' || given.length !== wanted.length) return false
  return timingSafeEqual(Buffer.from(given), Buffer.from(wanted))
}
