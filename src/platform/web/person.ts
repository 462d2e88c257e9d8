import type { FastifyInstance, FastifyRequest } from 'fastify'
import { tokenHash, type TokenHash } from '../access/token.ts'
import type { Door } from '../db/door.ts'
import { sessionOf } from '../sessions/queries.ts'
import type { Session } from '../sessions/session.ts'
import { isForPrograms } from './answers.tsx'
import type { ReadToken } from './session-cookie.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Whoever sent this request, recognised by a live session; null for the public. */
    person: Session | null
    /** Digest of the token that came with the request, whether it opens anything or not. */
    token: TokenHash | null
    /** Why nobody could be recognised, while what was sent is still being read. */
    unrecognised: unknown
  }
}

/**
 * Looks up who sent a request: a browser by its cookie, a program by `Authorization: Bearer`. What
 * answers to a person is never kept by a browser or a proxy. The token of a program, put into a cookie,
 * opens no page: it is not bound to what a person does. Nor does the token of a browser open the API,
 * which asks no person why.
 */
export function requestsHavePeople(app: FastifyInstance, door: Door, read: ReadToken): void {
  app.decorateRequest('person', null)
  app.decorateRequest('token', null)
  app.decorateRequest('unrecognised', undefined)
  app.addHook('onRequest', async (request, reply) => {
    if (isSameForAll(request)) return
    request.token = tokenOf(request, read)
    const { token } = request
    if (token === null) return
    const session = await door
      .glancing(tx => sessionOf(tx, token))
      .catch((error: unknown) => {
        // What was sent is read first, so that the answer can give it back.
        if (request.method !== 'POST') throw error
        request.unrecognised = error
        return null
      })
    if (session !== null && (session.kind === 'program') !== isForPrograms(request.url))
      request.token = null
    else request.person = session
    if (session !== null) reply.header('cache-control', 'no-store')
  })
  app.addHook('preValidation', (request, _reply, done) => {
    done(request.unrecognised as Error | undefined)
  })
}

/** Files and the state of the program are nobody's in particular. */
const isSameForAll = ({ url }: FastifyRequest): boolean =>
  url.startsWith('/assets/') || url === '/health'

/** A cookie means nothing below /api/, so that no page elsewhere can make a browser use it there. */
function tokenOf(request: FastifyRequest, read: ReadToken): TokenHash | null {
  const bearer = /^Bearer ([\w-]{43})$/.exec(request.headers.authorization ?? '')?.[1]
  const token = isForPrograms(request.url) ? (bearer ?? null) : read(request)
  return token === null ? null : tokenHash(token)
}
