import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../tests/builders/database.ts'
import type { SequencerState } from '../audit/sequencer/sequencer.ts'
import { health } from './health.ts'

const { door } = await testDatabase()

async function asked(state?: SequencerState): Promise<{ status: number; body: unknown }> {
  const app = Fastify()
  health(app, { door, audit: state === undefined ? undefined : { state: () => state } }, 2000)
  const answer = await app.inject('/health')
  await app.close()
  return { status: answer.statusCode, body: answer.json() }
}

test('a program whose database and audit log answer is well', async () => {
  expect(await asked('answers')).toEqual({
    status: 200,
    body: { status: 'ok', database: 'answers', audit: 'answers' },
  })
})

test('a program whose audit log is not numbered any more is not well', async () => {
  expect(await asked('does not answer')).toEqual({
    status: 503,
    body: { status: 'unavailable', database: 'answers', audit: 'does not answer' },
  })
})

test('a log that waits for a person takes no pages away, and is told of', async () => {
  expect(await asked('stands still')).toEqual({
    status: 200,
    body: { status: 'ok', database: 'answers', audit: 'stands still' },
  })
})

test('a program that numbers no log says nothing of it', async () => {
  expect(await asked()).toEqual({ status: 200, body: { status: 'ok', database: 'answers' } })
})
