import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import type { Clock } from '../../clock/clock.ts'
import { stoppedClock } from '../../clock/clock.ts'
import type { Door } from '../../db/door.ts'
import { Broken } from '../../log/broken.ts'
import { seldom } from './seldom.ts'
import { openSequencer } from './sequencer.ts'

/** A clock whose elapsed time is set by hand. */
function handClock(): { clock: Clock; time: { now: number } } {
  const time = { now: 0 }
  return { clock: { ...stoppedClock('2026-11-24T09:00:00Z'), elapsed: () => time.now }, time }
}

const keys = { dataDir: `/nowhere/${randomUUID()}`, name: 'turnstone.example' }
const nowhere = () => Promise.reject(new Error('there is no place outside'))
const sinkOf = () => ({ append: nowhere, read: nowhere, last: nowhere })

/** A door that answers every question in this way. */
const doorThat = (answer: () => Promise<unknown>): Door => ({
  reading: answer as Door['reading'],
  writing: answer as Door['writing'],
  glancing: answer as Door['glancing'],
  close: () => Promise.resolve(),
})

test('what goes on for long is said once a minute, and each thing by itself', () => {
  const { clock, time } = handClock()
  const said: string[] = []
  const note = (code: string) => void said.push(`${code} ${time.now}`)
  const log = seldom({ info: note, warn: note, error: note }, clock)
  for (time.now = 0; time.now <= 130_000; time.now += 1_000) {
    log.error('AUDIT_FORK')
    if (time.now === 30_000) log.error('AUDIT_COPY_FAILED')
  }
  expect(said).toEqual([
    'AUDIT_FORK 0',
    'AUDIT_COPY_FAILED 30000',
    'AUDIT_FORK 60000',
    'AUDIT_FORK 120000',
  ])
})

test('a sequencer that has not come through for ten seconds counts as away, and as back when it does', async () => {
  const { clock, time } = handClock()
  const database = { isAway: true }
  const answer = () =>
    database.isAway ? Promise.reject(new Broken('DATABASE_LOST')) : Promise.resolve([])
  const error = vi.fn()
  const log = { info: vi.fn(), warn: vi.fn(), error }
  const sequencer = openSequencer({ door: doorThat(answer), keys, sinkOf, log, clock })
  expect(sequencer.state()).toBe('answers')
  time.now = 10_001
  await wait(20)
  expect(sequencer.state()).toBe('does not answer')
  expect(error.mock.calls).toEqual([['DATABASE_LOST', {}]])
  database.isAway = false
  await vi.waitFor(() => expect(sequencer.state()).toBe('answers'), 3000)
  await sequencer.stop()
})

test('an error that nobody foresaw is logged by code alone, and the sequencer goes on', async () => {
  const { clock } = handClock()
  const rounds = { count: 0 }
  const answer = () => {
    rounds.count += 1
    return Promise.reject(new Error('holds what somebody wrote'))
  }
  const said: unknown[] = []
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (...line: unknown[]) => void said.push(line),
  }
  const sequencer = openSequencer({ door: doorThat(answer), keys, sinkOf, log, clock })
  await vi.waitFor(() => expect(rounds.count).toBeGreaterThan(1), 3000)
  await sequencer.stop()
  expect(said).toEqual([['AUDIT_SEQUENCER_FAILED', undefined]])
})

test('that somebody else numbered meanwhile is no news', async () => {
  const { clock } = handClock()
  const answer = () => Promise.reject(new Broken('DATABASE_REFUSED', { sqlstate: '40001' }))
  const error = vi.fn()
  const log = { info: vi.fn(), warn: vi.fn(), error }
  const sequencer = openSequencer({ door: doorThat(answer), keys, sinkOf, log, clock })
  await wait(50)
  await sequencer.stop()
  expect(error).not.toHaveBeenCalled()
})
