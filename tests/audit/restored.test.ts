/** A dump restored into another cluster: its transactions are still to come there. */
import { expect, test } from 'vitest'
import { withClient } from '../../src/platform/db/roles.ts'
import { testDatabase } from '../builders/database.ts'
import { aLog, removeKeysAfterwards, type TestLog } from './a-log.ts'

const db = await testDatabase()
removeKeysAfterwards()

test('what was restored from another cluster is whole, and goes on', async () => {
  const log = await aLog(db)
  await restored(log, 30)
  await log.settle()
  expect(await log.verify()).toMatchObject({ to: 30, findings: [], waiting: 0 })
  await log.append(5)
  // Not numbered yet, although its transaction is earlier than those of all that are.
  expect(await log.verify()).toMatchObject({ to: 30, findings: [], waiting: 5 })
  await log.settle()
  await log.append(5)
  await log.settle()
  expect(await log.verify()).toMatchObject({ to: 40, findings: [], waiting: 0, outsideTo: 40 })
})

test('what was not numbered yet when the dump was made comes before anything newer', async () => {
  const log = await aLog(db)
  await restored(log, 10)
  await log.settle()
  await restored(log, 4, 6_000_000)
  await log.append(3)
  await log.settle()
  expect(await log.verify()).toMatchObject({ to: 17, findings: [] })
})

/** Entries as they come out of another cluster's dump. */
async function restored(log: TestLog, count: number, beyond = 5_000_000): Promise<void> {
  await withClient(db.superuser, async client => {
    await client.query('set session_replication_role = replica')
    await client.query(
      `insert into audit.entry (area_id, xid, class, verb, outcome)
       select $1, ((pg_current_xact_id()::text)::bigint + $3::bigint + n)::text::xid8, 'consultation', 'case.read', 'done'
       from generate_series(1, $2::integer) n`,
      [log.area, count, beyond],
    )
  })
}
