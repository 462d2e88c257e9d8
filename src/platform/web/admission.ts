import type { FastifyInstance, FastifyReply } from 'fastify'

const retryAfterSeconds = 2

/**
 * Sheds load before it is felt: more than `limit` requests at work at once are answered 503 with
 * Retry-After straight away, so that those that were let in stay quick. A queue would only make
 * everybody wait; a browser or a person can try again.
 *
 * A place is held from arrival until the answer is made, not until the client has read it: a slow
 * reader holds a socket but not a place.
 */
export function admit(app: FastifyInstance, limit: number): void {
  const holding = new Set<FastifyReply>()
  app.addHook('onRequest', (_request, reply, done) => {
    if (holding.size >= limit) {
      reply.refuse(503, { retryAfter: retryAfterSeconds })
      return
    }
    holding.add(reply)
    // A client that goes away before the answer would otherwise keep its place for ever.
    reply.raw.once('close', () => holding.delete(reply))
    done()
  })
  app.addHook('onSend', (_request, reply, payload, done) => {
    holding.delete(reply)
    done(null, payload)
  })
}
