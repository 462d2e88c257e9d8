import pg from 'pg'
import type { Connection } from '../config/connection.ts'
import { clientConfig, maintenanceLimits } from './session.ts'

export const ownerRole = 'turnstone_owner'
export const appRole = 'turnstone_app'

export interface RolePasswords {
  owner: string
  app: string
}

/**
 * Makes the two roles and an empty database, as a superuser: for the embedded database and for
 * tests. On a served PostgreSQL a person does the same with the SQL in docs/operations.md. May be
 * repeated: what is there already is left, passwords are set anew.
 */
export async function makeRolesAndDatabase(
  superuser: Connection,
  database: string,
  passwords: RolePasswords,
): Promise<void> {
  await withClient(superuser, async client => {
    await client.query(roleStatements(passwords))
    const there = await client.query('select from pg_database where datname = $1', [database])
    if (there.rowCount === 0) await client.query(createDatabase(database))
    await client.query(closeDatabase(database))
  })
  await withClient({ ...superuser, database }, async client => {
    await client.query(closeRest)
  })
}

/** Runs one piece of work on a connection of its own, outside any pool. */
export async function withClient<T>(
  at: Connection,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(clientConfig(at, maintenanceLimits))
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

const roleStatements = (passwords: RolePasswords): string =>
  [roleStatement(ownerRole, passwords.owner), roleStatement(appRole, passwords.app)].join('\n')

/** Two runs of tests on one served PostgreSQL may get here at once: one of them finds the role made. */
const roleStatement = (role: string, password: string): string => `
  do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then create role ${role}; end if;
  exception when duplicate_object or unique_violation then null;
  end $$;
  alter role ${role} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
    password ${pg.escapeLiteral(password)};`

/** Names and words sort by code point on every machine and every version of PostgreSQL. */
const createDatabase = (database: string): string =>
  `create database ${pg.escapeIdentifier(database)} owner ${ownerRole} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'`

/** A large object belongs to whoever makes it and obeys no policy: nobody makes any. */
const closeRest = `
  revoke all on schema public from public;
  revoke execute on function lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea), lo_open(oid, integer),
    lowrite(integer, bytea), lo_put(oid, bigint, bytea), lo_unlink(oid) from public;`

const closeDatabase = (database: string): string => `
  revoke all on database ${pg.escapeIdentifier(database)} from public;
  grant connect on database ${pg.escapeIdentifier(database)} to ${appRole};`
