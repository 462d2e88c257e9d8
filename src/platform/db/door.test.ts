import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inRollback, testDatabase } from '../../../tests/builders/database.ts'
import { thePublic } from '../access/actor.ts'

const db = await testDatabase()

test('a transaction runs as the actor who asked for it', async () => {
  const actor = await db.door.reading(thePublic, tx =>
    tx.selectNoFrom(sql<string>`platform.actor()`.as('actor')).executeTakeFirstOrThrow(),
  )
  expect(actor).toEqual({ actor: 'public' })
  await inRollback(db, thePublic, async tx => tx.selectNoFrom(sql`1`.as('one')).execute())
})
