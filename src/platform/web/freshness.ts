import { hash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

/**
 * A browser may keep a page but asks each time whether it is still the same: figures change when the
 * record is loaded. The tag is a digest of what would be sent, weak because whoever compresses on the
 * way may keep it. Refusals and files have said for themselves how long they last.
 */
export function answersStayFresh(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    const saidItself = reply.hasHeader('cache-control')
    if (!saidItself) reply.header('cache-control', 'no-cache')
    if (saidItself || reply.statusCode !== 200 || typeof payload !== 'string') {
      done(null, payload)
      return
    }
    const tag = `"${hash('sha256', payload, 'base64url')}"`
    reply.header('etag', `W/${tag}`)
    if (!request.headers['if-none-match']?.includes(tag)) {
      done(null, payload)
      return
    }
    reply.code(304).removeHeader('content-type')
    // Fastify itself takes the body from an answer to HEAD.
    done(null, request.method === 'HEAD' ? payload : null)
  })
}
