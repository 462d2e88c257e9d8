import type { FastifyInstance } from 'fastify'
import { thePublic, type Actor } from '../access/actor.ts'
import type { Clock } from '../clock/clock.ts'
import type { Door, Reader } from '../db/door.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sent this request. */
    actor: Actor
    /** The day on which it is answered, where the partnership works. */
    today: Temporal.PlainDate
    /** Runs `work` in one read-only transaction as the person who sent this request. */
    reading: <T>(work: (tx: Reader) => Promise<T>) => Promise<T>
  }
}

/** Gives each request its person, its day and its only way to the database. */
export function requestsAct(app: FastifyInstance, door: Door, clock: Clock): void {
  app.decorateRequest('actor')
  app.decorateRequest('today')
  app.decorateRequest('reading')
  app.addHook('onRequest', (request, _reply, done) => {
    request.actor = thePublic
    request.today = clock.today()
    request.reading = work => door.reading(request.actor, work)
    done()
  })
}
