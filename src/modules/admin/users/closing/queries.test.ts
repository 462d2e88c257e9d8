import { expect, test } from 'vitest'
import { aPerson, asOwner } from '../../../../../tests/builders/people.ts'
import { adminSite } from '../../testing/site.ts'
import { closeAccount } from './queries.ts'

const { db, partners } = await adminSite()

const somebodyWaits = () =>
  asOwner(db, async client => {
    const { rowCount } = await client.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    return rowCount !== 0
  })

test('of two administrators who close each other at once, one does, and the other is none by then', async () => {
  const one = await aPerson(db, { team: partners, role: 'administrator' })
  const other = await aPerson(db, { team: partners, role: 'administrator' })
  const [closed, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const first = db.door.writing(one.actor, async tx => {
    const outcome = await closeAccount(tx, other.id)
    closed.resolve()
    await go.promise
    return outcome
  })
  await closed.promise
  const second = db.door.writing(other.actor, tx => closeAccount(tx, one.id))
  for (let tries = 0; tries < 100 && !(await somebodyWaits()); tries++);
  go.resolve()
  expect(await Promise.all([first, second])).toEqual(['done', 'absent'])
})
