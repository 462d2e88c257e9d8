import type { FastifyInstance } from 'fastify'
import { thePublic } from '../access/actor.ts'
import type { Door } from '../db/door.ts'
import { within } from './within.ts'

/**
 * Healthy means that a question reached the database and came back, not only that this process runs.
 * All who ask meanwhile share one question, so that many of them are no load; a database that keeps
 * silent for `patience` milliseconds counts as away.
 */
export function health(app: FastifyInstance, door: Door, patience: number): void {
  const current: { answer: Promise<boolean> | null } = { answer: null }
  const answer = (): Promise<boolean> => {
    current.answer ??= within(patience, databaseAnswers(door)).finally(
      () => (current.answer = null),
    )
    return current.answer
  }
  app.get('/health', { schema: { hide: true } }, async (_request, reply) => {
    const answers = await answer()
    return reply
      .code(answers ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({
        status: answers ? 'ok' : 'unavailable',
        database: answers ? 'answers' : 'does not answer',
      })
  })
}

const databaseAnswers = (door: Door): Promise<boolean> =>
  door
    .reading(thePublic, tx =>
      tx
        .selectNoFrom(eb => eb.fn<boolean>('platform.answers', []).as('answers'))
        .executeTakeFirst(),
    )
    .then(
      row => row?.answers === true,
      () => false,
    )
