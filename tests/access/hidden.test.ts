/** What the application's own connection can never be made to read, to become or to do. */
import type { Client } from 'pg'
import { expect, test } from 'vitest'
import { withClient } from '../../src/platform/db/roles.ts'
import { testDatabase } from '../builders/database.ts'
import { asOwner, type TestPerson } from '../builders/people.ts'
import { aScenario } from './scenario.ts'

const db = await testDatabase()
const { investigator, supervisor } = await aScenario(db)

const asApp = <T>(work: (client: Client) => Promise<T>): Promise<T> => withClient(db.app, work)

async function begin(client: Client, person?: TestPerson): Promise<void> {
  await client.query(`begin; select set_config('app.actor', 'person', true)`)
  if (person) await client.query('select from access.enter($1)', [person.actor.token])
}

test.for([
  'set role turnstone_owner',
  'set session authorization turnstone_owner',
  'set role postgres',
  'grant turnstone_owner to turnstone_app',
  'alter role turnstone_app bypassrls',
  'alter table casework.case disable row level security',
  'alter table casework.case owner to turnstone_app',
  'create policy mine on casework.case using (true)',
  'create schema mine',
  'create function access.mine() returns int return 1',
  'create temporary table mine (id int)',
  'create or replace function access.readers() returns integer[] return array[1]',
  'copy casework.case to program $$cat$$',
  'copy casework.case from $$/etc/hostname$$',
  'select pg_read_file($$postgresql.conf$$)',
  'set session_replication_role = replica',
  'set log_statement = $$all$$',
  'truncate casework.case',
  'lock table casework.case in access exclusive mode',
  'select nextval($$access.principal$$)',
  'select last_value from access.principal',
  'select * from migration.applied',
])('the application may not: %s', async statement => {
  await asApp(async client => {
    await begin(client, supervisor)
    await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' })
  })
})

test('turning row security off for a connection ends in an error, not in rows', async () => {
  await asApp(async client => {
    await begin(client, investigator)
    await client.query('set local row_security = off')
    await expect(client.query('select id from casework.case')).rejects.toMatchObject({
      code: '42501',
    })
  })
})

test('the statistics of the planner show nothing of columns that are hidden row by row', async () => {
  await asOwner(db, owner => owner.query('analyze people.name, casework.case, access.user_account'))
  await asApp(async client => {
    await begin(client, investigator)
    const { rowCount } = await client.query(
      `select from pg_stats where schemaname in ('people', 'casework', 'access', 'audit')`,
    )
    expect(rowCount).toBe(0)
  })
})

test.for([
  'access.session',
  'access.program_key',
  'access.context_key',
  'access.used_challenge',
  'access.invitation',
  'access.sign_in_failure',
])('%s cannot be read at all, whoever acts', async table => {
  await asApp(async client => {
    for (const person of [undefined, investigator, supervisor]) {
      await begin(client, person)
      await expect(client.query(`select from ${table}`)).rejects.toMatchObject({ code: '42501' })
      await client.query('rollback')
    }
  })
})

test.for([
  ['access.password', 'hash'],
  ['access.one_time_code', 'secret'],
  ['access.recovery_code', 'hash'],
  ['access.passkey', 'public_key'],
  ['access.user_account', 'principal'],
  ['access.team', 'principal'],
  ['access.force_area', 'force_wide'],
  ['people.person', 'created_in', 'readable'],
] as const)('the column %s.%s is hidden unless it must show', async ([table, column, readable]) => {
  await asApp(async client => {
    await begin(client, investigator)
    const reading = client.query(`select ${column} from ${table}`)
    if (readable) await expect(reading).resolves.toBeDefined()
    else await expect(reading).rejects.toMatchObject({ code: '42501' })
  })
})

test('nobody sees where a colleague lives or reads the log of another', async () => {
  await asApp(async client => {
    await begin(client, supervisor)
    expect((await client.query('select from access.user_contact')).rowCount).toBe(0)
    expect((await client.query('select from audit.entry')).rowCount).toBe(0)
    await client.query('commit')
    await begin(client, investigator)
    expect((await client.query('select from access.user_contact')).rowCount).toBe(1)
    expect((await client.query('select from audit.entry')).rowCount).toBe(1)
  })
})
