import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { TokenHash } from '../../access/token.ts'

/**
 * The token that stands in each form of a session. Another site can make a browser send its cookie, but
 * cannot know this. Bound to the session, so that it ends with it.
 */
export const formToken = (session: TokenHash): string =>
  createHmac('sha256', session).update('form').digest('base64url')

/** The token for a form of this request's page; empty for somebody without a session, whose forms need none. */
export const tokenFor = ({ token }: Pick<FastifyRequest, 'token'>): string =>
  token === null ? '' : formToken(token)

/**
 * Whether a form was sent from a page of ours: by the browser's own word (`Sec-Fetch-Site`, `Origin`)
 * where it gives one, and by the token in the form.
 */
export const isFromOurPage = (request: FastifyRequest, token: unknown): boolean =>
  isFromOurSite(request) && request.token !== null && isEqual(token, formToken(request.token))

/**
 * By the browser's own word alone, for a form that needs no session. A program gives none. Our own
 * `referrer-policy: no-referrer` makes browsers say `Origin: null` with forms of our pages, so that
 * `Sec-Fetch-Site`, which no page can set, decides where it is there.
 */
export function isFromOurSite({ headers, host }: FastifyRequest): boolean {
  const { origin } = headers
  const isForeign = origin !== undefined && origin !== 'null' && URL.parse(origin)?.host !== host
  if (isForeign) return false
  const site = headers['sec-fetch-site']
  return site === undefined ? origin !== 'null' : site === 'same-origin'
}

function isEqual(given: unknown, wanted: string): boolean {
  if (typeof given !== 'string' || given.length !== wanted.length) return false
  return timingSafeEqual(Buffer.from(given), Buffer.from(wanted))
}
