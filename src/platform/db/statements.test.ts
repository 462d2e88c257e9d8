import { sql, type Kysely } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/builders/database.ts'
import { thePublic, type Actor } from '../access/actor.ts'
import { openDoor, type Reader, type Writer } from './door.ts'
import type { Tables } from './tables.ts'

const db = await testDatabase()
const loader: Actor = { is: 'system', name: 'reference-loader' }

// As the owner, because the application may not write this table.
const owner = openDoor(db.owner, { size: 2 })
afterAll(() => owner.close())

const file = {
  folder: 'test',
  path: 'a.csv',
  version: '1',
  digest: '0'.repeat(64),
  source: 'somewhere',
  source_date: '2026-11-23',
  licence: 'none',
}

const insertFile = (tx: Writer) => tx.insertInto('platform.reference_file').values(file).execute()

const files = (tx: Reader) =>
  tx.selectFrom('platform.reference_file').select('path').where('folder', '=', 'test').execute()

const filesNow = () => db.door.reading(thePublic, files)

test('statements that do not wait for each other are answered in their order', async () => {
  const said: number[] = []
  const told = async (tx: Reader, which: number) => {
    const slept = sql<string>`pg_sleep(${which === 1 ? 0.05 : 0})`.as('slept')
    await tx.selectNoFrom(slept).execute()
    said.push(which)
    return which
  }
  const answers = await db.door.reading(thePublic, tx => Promise.all([told(tx, 1), told(tx, 2)]))
  expect([answers, said]).toEqual([
    [1, 2],
    [1, 2],
  ])
})

test('of statements on their way at once, one that fails takes back what the others wrote', async () => {
  const work = owner.writing(loader, tx =>
    Promise.all([insertFile(tx), sql`select 1 / 0`.execute(tx), insertFile(tx)]),
  )
  await expect(work).rejects.toMatchObject({ facts: { sqlstate: '22012' } })
  expect(await filesNow()).toEqual([])
})

test('whoever keeps a transaction beyond its end can ask nothing with it', async () => {
  const kept = await db.door.reading(thePublic, tx => Promise.resolve(tx))
  await expect(files(kept)).rejects.toMatchObject({ code: 'TRANSACTION_OVER' })
  const glanced = await db.door.glancing(tx => Promise.resolve(tx))
  await expect(files(glanced)).rejects.toMatchObject({ code: 'TRANSACTION_OVER' })
})

test('what goes on while the transaction is taken back or committed is not done outside of it', async () => {
  const late: Promise<unknown>[] = []
  const goesOn = (tx: Writer) => {
    late.push(
      new Promise(done => setImmediate(done))
        .then(() => sql`select pg_sleep(0)`.execute(tx))
        .catch((error: unknown) => (error as { code: string }).code),
    )
  }
  const fails = owner.writing(loader, async tx => {
    goesOn(tx)
    throw new Error('no')
  })
  await expect(fails).rejects.toThrow('no')
  await owner.writing(loader, async tx => {
    await files(tx)
    goesOn(tx)
  })
  expect(await Promise.all(late)).toEqual(['TRANSACTION_OVER', 'TRANSACTION_OVER'])
})

test('work cannot begin another transaction inside its own', async () => {
  const work = owner.writing(loader, tx =>
    (tx as unknown as Kysely<Tables>)
      .transaction()
      .execute(within => insertFile(within as unknown as Writer)),
  )
  await expect(work).rejects.toMatchObject({ code: 'TRANSACTION_WITHIN' })
  expect(await filesNow()).toEqual([])
})

test('a glance is nobody’s: no row policy lets it see anything', async () => {
  await owner.writing(loader, insertFile)
  expect(await db.door.glancing(files)).toEqual([])
  await owner.writing(loader, tx =>
    tx.deleteFrom('platform.reference_file').where('folder', '=', 'test').execute(),
  )
})
