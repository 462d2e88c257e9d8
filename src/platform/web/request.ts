import type { FastifyInstance } from 'fastify'
import { thePublic } from '../access/actor.ts'
import type { Clock } from '../clock/clock.ts'
import type { Door, Reader, Writer } from '../db/door.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The day on which it is answered, where the partnership works. */
    today: Temporal.PlainDate
    /** Reads public records, as the public, whoever asks. What belongs to people is read by `acting`. */
    reading: <T>(work: (tx: Reader) => Promise<T>) => Promise<T>
    /**
     * Writes as nobody, for signing in and out alone: no row of people's is in sight, and what such a
     * transaction may do, functions of the database decide.
     */
    asNobody: <T>(work: (tx: Writer) => Promise<T>) => Promise<T>
  }
}

/** Gives each request its day and its way to the records that everybody may see. */
export function requestsRead(app: FastifyInstance, door: Door, clock: Clock): void {
  app.decorateRequest('today')
  app.decorateRequest('reading')
  app.decorateRequest('asNobody')
  app.addHook('onRequest', (request, _reply, done) => {
    request.today = clock.today()
    request.reading = work => door.reading(thePublic, work)
    request.asNobody = work => door.writing(thePublic, work)
    done()
  })
}
