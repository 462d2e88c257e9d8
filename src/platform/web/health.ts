import type { FastifyInstance } from 'fastify'
import type { Door } from '../db/door.ts'
import { thePublic } from '../access/actor.ts'

/** Healthy means that a question reached the database and came back, not only that this process runs. */
export function health(app: FastifyInstance, door: Door): void {
  app.get('/health', { schema: { hide: true } }, async (_request, reply) => {
    const answered = await door
      .reading(thePublic, tx =>
        tx.selectNoFrom(eb => eb.fn<string>('platform.actor', []).as('actor')).executeTakeFirst(),
      )
      .catch(() => undefined)
    const database = answered?.actor === 'public' ? 'answers' : 'does not answer'
    return reply
      .code(database === 'answers' ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: database === 'answers' ? 'ok' : 'unavailable', database })
  })
}
