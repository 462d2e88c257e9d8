import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { testDatabase } from '../../../tests/builders/database.ts'
import { emptyDatabase } from '../../../tests/builders/empty-database.ts'
import type { Connection } from '../config/connection.ts'
import { migrationFiles } from './migrations.ts'
import { checkOwner, checkServerVersion, checkServing } from './serving-check.ts'
import { withClient } from './roles.ts'

const db = await testDatabase()
const files = await migrationFiles()

const refusal = async (at: Connection, known = files): Promise<unknown> =>
  checkServing(at, known).then(
    () => 'serves',
    (error: unknown) => error,
  )

/** A role like the application's, with something more; gone after the test. */
async function roleWith(more: (role: string) => string): Promise<Connection> {
  const role = `probe_${randomUUID().slice(0, 8)}`
  const { database } = db
  await withClient(db.superuser, client =>
    client.query(`
      create role ${role} login password 'probe';
      grant connect on database "${database}" to ${role};
      grant usage on schema platform to ${role};
      grant execute on all functions in schema platform to ${role};
      ${more(role)}`),
  )
  onTestFinished(() =>
    withClient(db.superuser, client =>
      client
        .query(`reassign owned by ${role} to postgres; drop owned by ${role}; drop role ${role}`)
        .then(() => undefined),
    ),
  )
  return { ...db.app, user: role, password: 'probe' }
}

test('the application role serves', async () => {
  expect(await refusal(db.app)).toBe('serves')
})

test('a role of another name is refused, because migrations give it no rights', async () => {
  const other = await roleWith(() => '')
  expect(await refusal(other)).toMatchObject({
    code: 'ROLE_UNKNOWN',
    sentence: expect.stringContaining(`signs in as ${other.user}, and only the role turnstone_app`),
  })
})

test('only the owner may change the tables', async () => {
  await expect(checkOwner(db.owner)).resolves.toBeUndefined()
  await expect(checkOwner(db.superuser)).rejects.toMatchObject({ code: 'ROLE_UNKNOWN' })
  await expect(checkOwner(db.app)).rejects.toMatchObject({ code: 'ROLE_UNKNOWN' })
})

test('the superuser and the owner are refused, in a sentence that says what to do', async () => {
  expect(await refusal(db.superuser)).toMatchObject({
    code: 'ROLE_TOO_POWERFUL',
    sentence: expect.stringMatching(
      /^Turnstone does not serve as the database role postgres, because it is a superuser, .*Make the role turnstone_app as docs\/operations\.md shows/,
    ),
  })
  expect(await refusal(db.owner)).toMatchObject({
    code: 'ROLE_TOO_POWERFUL',
    sentence: expect.stringContaining('owns objects'),
  })
})

test.each([
  ['may bypass row security', (role: string) => `alter role ${role} bypassrls`],
  ['may create roles', (role: string) => `alter role ${role} createrole`],
  ['may create databases', (role: string) => `alter role ${role} createdb`],
  ['may replicate', (role: string) => `alter role ${role} replication`],
  ['is a member of other roles', (role: string) => `grant turnstone_owner to ${role}`],
  ['is a member of other roles', (role: string) => `grant pg_read_all_data to ${role}`],
  [
    'owns objects',
    (role: string) =>
      `create table platform.probe_${role} (); alter table platform.probe_${role} owner to ${role}`,
  ],
  [
    'may create objects in the schema platform',
    (role: string) => `grant create on schema platform to ${role}`,
  ],
  ['may create schemas', (role: string) => `grant create on database "${db.database}" to ${role}`],
  [
    'may make temporary tables',
    (role: string) => `grant temporary on database "${db.database}" to ${role}`,
  ],
])('a role that %s is refused', async (power, more) => {
  expect(await refusal(await roleWith(more))).toMatchObject({
    code: 'ROLE_TOO_POWERFUL',
    sentence: expect.stringContaining(power),
  })
})

test('a database that nobody has migrated is refused with the command to run', async () => {
  const empty = await emptyDatabase(db)
  expect(await refusal(empty.app)).toMatchObject({
    code: 'DATABASE_OLDER',
    sentence: expect.stringContaining('npm run turnstone -- migrate'),
  })
})

test('a database of a newer program is refused', async () => {
  expect(await refusal(db.app, files.slice(0, -1))).toMatchObject({ code: 'DATABASE_NEWER' })
})

test('a server before 15 is refused', async () => {
  const old = {
    query: () => Promise.resolve({ rows: [{ number: '140012', name: '14.12' }] }),
  } as unknown as Client
  await expect(checkServerVersion(old)).rejects.toMatchObject({
    code: 'DATABASE_TOO_OLD',
    sentence: expect.stringMatching(/^This is PostgreSQL 14\.12; Turnstone needs 15 or newer\./),
  })
})

test.each([
  ['a wrong password', { password: 'wrong-word' }, 'DATABASE_LOGIN_REFUSED'],
  ['an unknown user', { user: 'nobody_here' }, 'DATABASE_LOGIN_REFUSED'],
  ['an unknown database', { database: 'nothing_here' }, 'DATABASE_MISSING'],
  ['a port where nothing listens', { port: 1 }, 'DATABASE_UNREACHABLE'],
  ['a name that no host has', { host: 'db.invalid' }, 'DATABASE_UNREACHABLE'],
])('%s is told in a sentence without the password', async (_, wrong, code) => {
  const found = await refusal({ ...db.app, ...wrong })
  expect(found).toMatchObject({ code, sentence: expect.stringMatching(/^(The|No) PostgreSQL/) })
  expect(String(found)).not.toContain('wrong-word')
  expect(String(found)).not.toContain(db.app.password)
})
