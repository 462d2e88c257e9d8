import { expect, onTestFinished, test } from 'vitest'
import type pg from 'pg'
import { withClient } from '../../../src/platform/db/roles.ts'
import { formOf, textOfPage } from '../../builders/forms.ts'
import { emptyDataDir, startProgram, until } from '../program.ts'
import { atWork, expectAllRecorded, newForm, type Answered, type AtWork } from './at-work.ts'
import { aPlace } from './place.ts'
import { aPostgres, expectWholeLog, migrate, ownedBy, served, type Postgres } from './postgres.ts'
import { aStandby, type Standby } from './standby.ts'

test('a form whose commit waited for a frozen standby until somebody cancelled it comes back as not sure, and sent again it is saved once', async () => {
  const { worker, primary, standby, end } = await frozenAtWork()
  const form = newForm()
  const first = await whileCancelling(primary, worker.opens(form))
  expectNotSure(first, form.summary)
  expect(formOf(first.body)).toMatchObject({ _key: form.key, summary: form.summary })
  // The standby is still frozen: nobody can be sure yet, and it is still one case.
  const second = await whileCancelling(primary, worker.post('/cases/new', formOf(first.body)))
  expectNotSure(second, form.summary)

  standby.thaw()
  const third = await worker.post('/cases/new', formOf(second.body))
  expect(third.status).toBe(303)
  worker.work.saved.set(form.summary, third.location ?? '')
  expect((await worker.get(third.location ?? '')).status).toBe(200)
  worker.work.shown += 1
  await expectAllRecorded(primary.owner, worker)
  await end()
})

test('a program whose commit was cancelled so is told to come back, and hears of the one case when it does', async () => {
  const { worker, primary, standby, end } = await frozenAtWork()
  const { summary, key } = newForm()
  const body = { type: 'missing child', summary, team: worker.person.team, opened: '2026-11-02' }
  for (const again of [1, 2]) {
    const answer = await whileCancelling(primary, worker.api('/api/cases', { key, body }))
    expect([again, answer.status]).toEqual([again, 503])
    expect(JSON.parse(answer.body)).toMatchObject({ error: { status: 503 } })
  }
  standby.thaw()
  const answer = await worker.api('/api/cases', { key, body })
  expect(answer.status).toBe(201)
  worker.work.saved.set(summary, answer.location?.replace('/api', '') ?? '')
  await expectAllRecorded(primary.owner, worker)
  await end()
})

test('a case whose entry may not be on the standby is not shown, and nobody waits for it without end', async () => {
  const { worker, primary, standby, end } = await frozenAtWork()
  const at = [...worker.work.saved.values()][0] ?? ''
  // Nobody cancels here: the program gives the wait up by itself, for many at once.
  const answers = await Promise.all(Array.from({ length: 8 }, () => worker.get(at)))
  for (const { status, body } of answers) {
    expect(status).toBe(503)
    expect(body).not.toContain([...worker.work.saved.keys()][0])
  }
  standby.thaw()
  expect((await worker.get(at)).status).toBe(200)
  // The entry of what was not shown stays: the log may hold more than was seen, and never less.
  worker.work.shown += answers.length + 1
  await expectAllRecorded(primary.owner, worker)
  await end()
})

interface FrozenAtWork {
  worker: AtWork
  primary: Postgres
  standby: Standby
  /** The log is whole, and the program ends as it should. */
  end(): Promise<void>
}

/** Somebody who has opened a case and seen it; then the standby freezes. */
async function frozenAtWork(): Promise<FrozenAtWork> {
  const place = await aPlace()
  const primary = await aPostgres(place)
  const dataDir = await emptyDataDir()
  await migrate(primary, dataDir)
  const standby = await aStandby(place, primary)
  const program = startProgram({ dataDir, env: served(primary) })
  const worker = await atWork(await program.ready, primary.owner)
  await worker.works(({ isShown }) => isShown)
  standby.freeze()
  // Before the program is asked to end, which it cannot while its commits wait.
  onTestFinished(standby.thaw)
  return {
    ...{ worker, primary, standby },
    end: async () => {
      await expectWholeLog({ dataDir, env: ownedBy(primary) })
      program.child.kill('SIGTERM')
      expect((await program.ended).code).toBe(0)
    },
  }
}

/** Cancels each commit that waits for the standby, as an operator does, until there is an answer. */
async function whileCancelling(
  { superuser }: Postgres,
  answer: Promise<Answered>,
): Promise<Answered> {
  const state = { isAnswered: false, cancelled: 0 }
  const answered = answer.finally(() => (state.isAnswered = true))
  await withClient(superuser, client =>
    until(async () => {
      state.cancelled += await cancelWaiting(client)
      return state.isAnswered
    }),
  )
  expect(state.cancelled).toBeGreaterThan(0)
  return answered
}

async function cancelWaiting(client: pg.Client): Promise<number> {
  const { rowCount } = await client.query(`
    select pg_cancel_backend(pid) from pg_stat_activity
    where wait_event = 'SyncRep' and query_start < clock_timestamp() - interval '200 milliseconds'`)
  return rowCount ?? 0
}

function expectNotSure({ status, body }: Answered, summary: string): void {
  expect(status).toBe(503)
  const text = textOfPage(body)
  expect(text).toContain('It is not sure that this was saved')
  expect(text).toContain('it is saved once, even if it was saved already')
  expect(text).toContain(`What you typed ${summary}`)
}
