import type { FastifyInstance } from 'fastify'
import { thePublic } from '../access/actor.ts'
import type { SequencerState } from '../audit/sequencer/sequencer.ts'
import type { Door } from '../db/door.ts'
import { within } from './within.ts'

/** What is asked how it does. */
export interface Asked {
  door: Door
  /** The numbering of the audit log, where this program runs it. */
  audit?: { state(): SequencerState } | undefined
}

/**
 * Healthy means that a question reached the database and came back, not only that this process runs, and
 * that the audit log's sequencer has come through lately. One that stands still answers: people go on
 * working, and their entries are kept. All who ask meanwhile share one question, so that many of them
 * are no load; a database that keeps silent for `patience` milliseconds counts as away.
 */
export function health(app: FastifyInstance, { door, audit }: Asked, patience: number): void {
  const current: { answer: Promise<boolean> | null } = { answer: null }
  const answer = (): Promise<boolean> => {
    current.answer ??= within(patience, databaseAnswers(door)).finally(
      () => (current.answer = null),
    )
    return current.answer
  }
  app.get('/health', { schema: { hide: true } }, async (_request, reply) => {
    const answers = await answer()
    const state = audit?.state()
    const isWell = answers && state !== 'does not answer'
    return reply
      .code(isWell ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({
        status: isWell ? 'ok' : 'unavailable',
        database: answers ? 'answers' : 'does not answer',
        ...(state === undefined ? {} : { audit: state }),
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
