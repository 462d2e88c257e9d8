import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../tests/builders/database.ts'
import { aPerson, asOwner, aTeam } from '../../../tests/builders/people.ts'
import { newToken, tokenHash, type TokenHash } from '../access/token.ts'
import type { Reader } from './door.ts'

const db = await testDatabase()

/** What the database says of whoever acts. */
const reached = async (tx: Reader) =>
  tx
    .selectNoFrom([
      sql<string | null>`access.user_id()`.as('user'),
      sql<number[]>`access.readers()`.as('readers'),
      sql<number[]>`access.writers()`.as('writers'),
      sql<string[]>`access.roles()`.as('roles'),
    ])
    .executeTakeFirstOrThrow()

const principalOf = (table: string, id: string): Promise<number> =>
  asOwner(db, async client => {
    const { rows } = await client.query<{ principal: number }>(
      `select principal from access.${table} where id = $1`,
      [id],
    )
    return rows[0]!.principal
  })

test('an investigator acts with the principals of the own name and team', async () => {
  const team = await aTeam(db)
  const person = await aPerson(db, { team, role: 'investigator' })
  const own = [await principalOf('user_account', person.id), await principalOf('team', team.id)]
  const now = await db.door.reading(person.actor, reached)
  expect(now.user).toBe(person.id)
  expect(now.roles).toEqual(['investigator'])
  expect(now.readers).toEqual(expect.arrayContaining(own))
  expect(now.readers).toHaveLength(2)
  expect(now.writers).toEqual(now.readers)
})

test('a board member reaches no case, by name or by team', async () => {
  const person = await aPerson(db, { team: await aTeam(db), role: 'board-member' })
  expect(await db.door.reading(person.actor, reached)).toMatchObject({ readers: [], writers: [] })
})

test('a posting that has ended gives nothing from that moment', async () => {
  const person = await aPerson(db, { team: await aTeam(db), role: 'investigator' })
  await asOwner(db, client =>
    client.query(
      `update access.posting set from_at = now() - interval '2 hours', until_at = now() - interval '1 millisecond' where user_id = $1`,
      [person.id],
    ),
  )
  expect(await db.door.reading(person.actor, reached)).toMatchObject({
    user: person.id,
    readers: [],
    writers: [],
    roles: [],
  })
})

test.for([
  [
    'a signed-out session',
    `update access.session set ended_at = now(), ended_by = 'sign-out' where user_id = $1`,
  ],
  [
    'a session past its end',
    `update access.session set ends_at = now() - interval '1 second' where user_id = $1`,
  ],
  [
    'an idle session',
    `update access.session set seen_at = now() - interval '16 minutes' where user_id = $1`,
  ],
  ['a disabled account', 'update access.user_account set disabled_at = now() where id = $1'],
  [
    'a stopped agency',
    'update access.agency set stopped_at = now() where id = (select agency_id from access.user_account where id = $1)',
  ],
] as const)('%s opens no transaction', async ([, change]) => {
  const person = await aPerson(db, { team: await aTeam(db), role: 'investigator' })
  await asOwner(db, client => client.query(change, [person.id]))
  const attempt = db.door.reading(person.actor, reached)
  await expect(attempt).rejects.toMatchObject({ code: 'SESSION_ENDED' })
})

test('a token that nobody was given opens no transaction', async () => {
  const token = tokenHash(newToken()) as TokenHash
  await expect(db.door.reading({ is: 'person', token }, reached)).rejects.toMatchObject({
    code: 'SESSION_ENDED',
  })
})

test('the context of one transaction is worth nothing in the next', async () => {
  const person = await aPerson(db, { team: await aTeam(db), role: 'investigator' })
  const seen = await db.door.reading(person.actor, tx =>
    tx
      .selectNoFrom(sql<string>`current_setting('app.ctx')`.as('context'))
      .executeTakeFirstOrThrow(),
  )
  const after = await db.door.writing({ is: 'public' }, async tx => {
    await sql`select set_config('app.ctx', ${seen.context}, true)`.execute(tx)
    return reached(tx)
  })
  expect(after).toMatchObject({ user: null, readers: [], writers: [] })
})

test('a context with other principals written in is refused', async () => {
  const person = await aPerson(db, { team: await aTeam(db), role: 'investigator' })
  const after = await db.door.writing(person.actor, async tx => {
    await sql`select set_config('app.ctx', replace(current_setting('app.ctx'), '{', '{1,2,3,'), true)`.execute(
      tx,
    )
    return reached(tx)
  })
  expect(after).toMatchObject({ user: null, readers: [], writers: [] })
})

test('nobody can begin a session by SQL alone', async () => {
  const person = await aPerson(db, { team: await aTeam(db), role: 'investigator' })
  const message = `session|${person.id}|${'ab'.repeat(32)}|browser|token|900|900|${randomUUID()}`
  const attempt = db.door.writing({ is: 'public' }, tx =>
    sql`select access.begin_session('0123456789abcdef', ${message}, ${Buffer.alloc(32)})`.execute(
      tx,
    ),
  )
  await expect(attempt).rejects.toMatchObject({ facts: { sqlstate: '42501' } })
})
