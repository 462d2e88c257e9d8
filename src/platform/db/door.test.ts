import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { inRollback, testDatabase } from '../../../tests/builders/database.ts'
import { thePublic, type Actor } from '../access/actor.ts'
import { servingLimits } from './session.ts'
import { openDoor, type Reader, type Writer } from './door.ts'
import { openPool } from './pool.ts'
import { withClient } from './roles.ts'
import { inTransaction } from './transaction.ts'

const db = await testDatabase()
const loader: Actor = { is: 'system', name: 'reference-loader' }

// As the owner, because the application may write nothing yet.
const owner = openDoor(db.owner, { size: 2 })
afterAll(() => owner.close())

const actorNow = (tx: Reader) =>
  tx.selectNoFrom(sql<string | null>`platform.actor()`.as('actor')).executeTakeFirstOrThrow()

const value = async <T>(tx: Reader, expression: ReturnType<typeof sql<T>>) =>
  (await tx.selectNoFrom(expression.as('value')).executeTakeFirstOrThrow()).value

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

const filesNow = () =>
  db.door.reading(thePublic, tx =>
    tx.selectFrom('platform.reference_file').select('path').where('folder', '=', 'test').execute(),
  )

test('work runs as the actor who asked for it, and the next work on the same connection as the next', async () => {
  const narrow = openDoor(db.app, { size: 1 })
  expect(await narrow.reading(thePublic, actorNow)).toEqual({ actor: 'public' })
  expect(await narrow.writing(loader, actorNow)).toEqual({ actor: 'system:reference-loader' })
  expect(await narrow.reading(thePublic, actorNow)).toEqual({ actor: 'public' })
  await narrow.close()
})

test('the name of the actor goes with the transaction, so that nobody inherits it', async () => {
  const pool = openPool(db.app, servingLimits, 1)
  expect(
    await inTransaction({ pool, commitWait: 5_000 }, 'read only', thePublic, actorNow),
  ).toEqual({ actor: 'public' })
  const { rows } = await pool.query('select platform.actor() as actor')
  expect(rows).toEqual([{ actor: null }])
  await pool.end()
})

test('a connection on which nobody was named sees no rows', async () => {
  await owner.writing(loader, insertFile)
  const rows = await withClient(db.app, async client => {
    const before = await client.query('select path from platform.reference_file')
    await client.query(`begin; select set_config('app.actor', 'public', true); commit`)
    const after = await client.query('select path from platform.reference_file')
    return [before.rowCount, after.rowCount]
  })
  expect(rows).toEqual([0, 0])
  expect(await filesNow()).toEqual([{ path: 'a.csv' }])
  await owner.writing(loader, tx =>
    tx.deleteFrom('platform.reference_file').where('folder', '=', 'test').execute(),
  )
})

test('a reader cannot write: the type has no way, and the database refuses one that is forced', async () => {
  const forced = owner.reading(loader, tx => insertFile(tx as unknown as Writer))
  await expect(forced).rejects.toMatchObject({
    code: 'DATABASE_REFUSED',
    facts: { sqlstate: '25006' },
  })
  const compiles = async (tx: Reader) => {
    // @ts-expect-error a reader has no insert
    await tx.insertInto('platform.reference_file').values(file).execute()
    // @ts-expect-error nor an update
    await tx.updateTable('platform.reference_file').set({ path: '' }).execute()
    // @ts-expect-error nor a delete
    await tx.deleteFrom('platform.reference_file').execute()
    // @ts-expect-error nor raw SQL
    await sql`delete from platform.reference_file`.execute(tx)
    // @ts-expect-error nor a named step that writes
    await tx.with('gone', steps => steps.deleteFrom('platform.reference_file')).execute()
    // @ts-expect-error and cannot lend itself as a writer
    await insertFile(tx)
  }
  expect(compiles).toBeTypeOf('function')
})

test('a reader may name steps that select', async () => {
  const rows = await owner.writing(loader, async tx => {
    await insertFile(tx)
    const reader: Reader = tx
    const found = await reader
      .with('file', steps => steps.selectFrom('platform.reference_file').select(['path', 'folder']))
      .with('ours', steps => steps.selectFrom('file').select('path').where('folder', '=', 'test'))
      .selectFrom('ours')
      .select('path')
      .execute()
    await tx.deleteFrom('platform.reference_file').where('folder', '=', 'test').execute()
    return found
  })
  expect(rows).toEqual([{ path: 'a.csv' }])
})

test('what the work throws comes out unchanged and takes its writes back', async () => {
  const reason = new Error('changed my mind')
  const work = owner.writing(loader, async tx => {
    await insertFile(tx)
    throw reason
  })
  await expect(work).rejects.toBe(reason)
  expect(await filesNow()).toEqual([])
})

test('a broken constraint is told by its name, never by the value', async () => {
  const work = owner.writing(loader, async tx => {
    await insertFile(tx)
    await insertFile(tx)
  })
  const error = await work.catch((caught: unknown) => caught)
  expect(error).toMatchObject({
    code: 'DATABASE_REFUSED',
    facts: { sqlstate: '23505', constraint: 'reference_file_pkey' },
    message: 'DATABASE_REFUSED',
  })
})

test('a warning undoes the work', async () => {
  const work = owner.writing(loader, async tx => {
    await insertFile(tx)
    await sql`do $$ begin raise warning 'a replica did not answer'; end $$`.execute(tx)
  })
  await expect(work).rejects.toMatchObject({
    code: 'DATABASE_WARNING',
    facts: { sqlstate: '01000' },
  })
  expect(await filesNow()).toEqual([])
})

test('a warning that comes with the commit leaves the outcome unknown', async () => {
  await withClient(db.owner, client =>
    client.query(`
      create table platform.late_probe (id int primary key);
      create function platform.late() returns trigger language plpgsql set search_path = pg_catalog
        as $$ begin raise warning 'too late'; return null; end $$;
      create constraint trigger late after insert on platform.late_probe
        deferrable initially deferred for each row execute function platform.late();`),
  )
  const work = owner.writing(loader, tx =>
    sql`insert into platform.late_probe values (1)`.execute(tx),
  )
  await expect(work).rejects.toMatchObject({
    code: 'OUTCOME_UNKNOWN',
    facts: { sqlstate: '01000' },
  })
})

test('a constraint that is checked at the commit is a refusal, and nothing is done', async () => {
  await withClient(db.owner, client =>
    client.query('create table platform.deferred_probe (id int unique initially deferred)'),
  )
  const work = owner.writing(loader, tx =>
    sql`insert into platform.deferred_probe values (1), (1)`.execute(tx),
  )
  await expect(work).rejects.toMatchObject({
    code: 'DATABASE_REFUSED',
    facts: { sqlstate: '23505', constraint: 'deferred_probe_id_key' },
  })
})

test('work that goes on after a refused statement is not taken for done', async () => {
  const work = owner.writing(loader, async tx => {
    await insertFile(tx)
    await sql`select 1 / 0`.execute(tx).catch(() => undefined)
  })
  await expect(work).rejects.toMatchObject({ code: 'TRANSACTION_ABORTED' })
})

test('a session that the server ends during the work is a lost database, and the next work gets another', async () => {
  const narrow = openDoor(db.app, { size: 1 })
  const pid = await narrow.reading(thePublic, tx => value(tx, sql<number>`pg_backend_pid()`))
  const cut = narrow.reading(thePublic, async tx => {
    await withClient(db.superuser, client => client.query('select pg_terminate_backend($1)', [pid]))
    return value(tx, sql<number>`1`)
  })
  await expect(cut).rejects.toMatchObject({ code: 'DATABASE_LOST' })
  expect(await narrow.reading(thePublic, actorNow)).toEqual({ actor: 'public' })
  await narrow.close()
})

test('a statement that takes too long, and a pool that is taken, have codes of their own', async () => {
  const hasty = {
    connect: 1_000,
    statement: 50,
    lock: 50,
    idleInTransaction: 30_000,
    commit: 5_000,
  }
  const narrow = openDoor(db.app, { size: 1, limits: hasty })
  const slow = narrow.reading(thePublic, tx => value(tx, sql`pg_sleep(2)`))
  await expect(slow).rejects.toMatchObject({
    code: 'DATABASE_TIMEOUT',
    facts: { sqlstate: '57014' },
  })
  await narrow.reading(thePublic, async () => {
    const second = narrow.reading(thePublic, actorNow)
    await expect(second).rejects.toMatchObject({ code: 'DATABASE_BUSY' })
  })
  await narrow.close()
})

test('days and moments arrive as ISO text, whole numbers as numbers, and a number too large is refused', async () => {
  const row = await db.door.reading(thePublic, tx =>
    tx
      .selectNoFrom([
        sql<string>`date '2026-11-23'`.as('day'),
        sql<string>`timestamptz '2026-11-23 20:21:22.123456+01'`.as('moment'),
        sql<number>`9007199254740991::int8`.as('large'),
        sql<string>`0.10::numeric`.as('exact'),
        sql<string[]>`array[date '2026-11-23', null]`.as('days'),
        sql<string[]>`array[timestamptz '2026-11-23 20:21:22+00']`.as('moments'),
        sql<number[]>`array[7::int8]`.as('counts'),
      ])
      .executeTakeFirstOrThrow(),
  )
  expect(row).toEqual({
    day: '2026-11-23',
    moment: '2026-11-23T19:21:22.123456Z',
    large: Number.MAX_SAFE_INTEGER,
    exact: '0.10',
    days: ['2026-11-23', null],
    moments: ['2026-11-23T20:21:22Z'],
    counts: [7],
  })
  expect(Temporal.Instant.from(row.moment).toString()).toBe(row.moment)
  const tooLarge = db.door.reading(thePublic, tx => value(tx, sql`9007199254740992::int8`))
  await expect(tooLarge).rejects.toMatchObject({ code: 'NUMBER_TOO_LARGE' })
})

test('statements are prepared once for each connection', async () => {
  const narrow = openDoor(db.app, { size: 1 })
  await narrow.reading(thePublic, actorNow)
  await narrow.reading(thePublic, actorNow)
  const prepared = await narrow.reading(thePublic, tx =>
    value(
      tx,
      sql<number>`(select count(*) from pg_prepared_statements where statement like '%platform.actor%')`,
    ),
  )
  // This question is itself prepared and names the function.
  expect(prepared).toBe(2)
  await narrow.close()
})

test('what a test does in a rollback is gone afterwards', async () => {
  const seen = await inRollback({ door: owner }, loader, async tx => {
    await insertFile(tx)
    return tx.selectFrom('platform.reference_file').select('path').execute()
  })
  expect(seen).toContainEqual({ path: 'a.csv' })
  expect(await filesNow()).toEqual([])
})
