import cookie from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Token } from '../access/token.ts'

declare module 'fastify' {
  interface FastifyReply {
    /** Gives the browser the token of its session. */
    giveSession: (token: Token) => FastifyReply
    /** Takes it back, with whatever the browser has kept of us. */
    takeSession: () => FastifyReply
  }
}

/** Reads the token that a browser sent; null when it sent none. */
export type ReadToken = (request: FastifyRequest) => string | null

/**
 * The cookie that holds the token of a session. It lasts as long as the browser is open; how long the
 * session lasts, the database decides. Over TLS (`secure`) `__Host-` ties it to this very host.
 */
export async function sessionCookie(app: FastifyInstance, secure: boolean): Promise<ReadToken> {
  await app.register(cookie)
  const name = secure ? '__Host-turnstone' : 'turnstone'
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
  app.decorateReply('giveSession', function (this: FastifyReply, token) {
    return this.setCookie(name, token, options).header('cache-control', 'no-store')
  })
  app.decorateReply('takeSession', function (this: FastifyReply) {
    return this.clearCookie(name, options).header('clear-site-data', '"cache", "storage"')
  })
  return request => request.cookies[name] ?? null
}
