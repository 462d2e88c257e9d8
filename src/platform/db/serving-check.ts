import type { Client } from 'pg'
import { Refusal } from '../log/refusal.ts'
import type { Connection } from '../config/connection.ts'
import { connectionRefusal } from './connection-refusal.ts'
import { versionOf, versionRefusal, type MigrationFile } from './migrations.ts'
import { appRole, ownerRole, withClient } from './roles.ts'

/**
 * Looks, before anything is served, whether the application's role on this database may do no more
 * than it should, and whether the database is of this program's version.
 * @throws Refusal with the sentence for what is wrong.
 */
export async function checkServing(app: Connection, files: MigrationFile[]): Promise<void> {
  await asRefusal(app, 'DATABASE_URL', () =>
    withClient(app, async client => {
      await checkServerVersion(client)
      await checkRole(client)
      await checkDatabaseVersion(client, files)
    }),
  )
}

/** Runs work on a connection and turns what stops it from being made into a sentence. */
export async function asRefusal<T>(
  at: Connection,
  setting: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw connectionRefusal(error, at, setting) ?? error
  }
}

/** Syntax and rights that we rely on came with 15. */
export async function checkServerVersion(client: Client): Promise<void> {
  const { rows } = await client.query<{ number: string; name: string }>(
    `select current_setting('server_version_num') as number, current_setting('server_version') as name`,
  )
  if (Number(rows[0]?.number) >= 150_000) return
  throw new Refusal(
    'DATABASE_TOO_OLD',
    `This is PostgreSQL ${rows[0]?.name ?? 'of an unknown version'}; Turnstone needs 15 or newer. Upgrade the server, or name another in DATABASE_URL.`,
  )
}

async function checkRole(client: Client): Promise<void> {
  const { rows } = await client.query<{ role: string; powers: string[] }>(powersOfRole)
  const { role, powers } = rows[0] ?? { role: 'unknown', powers: ['is unknown'] }
  if (powers.length > 0) throw tooPowerful(role, powers)
  requireName(role, appRole, 'DATABASE_URL')
}

const tooPowerful = (role: string, powers: string[]): Refusal =>
  new Refusal(
    'ROLE_TOO_POWERFUL',
    `Turnstone does not serve as the database role ${role}, because it ${powers.join(', ')}. Row security would not hold. Make the role turnstone_app as docs/operations.md shows, and name it in DATABASE_URL.`,
  )

/** @throws Refusal when this is not a server, or not the owner, whose tables we may make and change. */
export async function checkOwner(owner: Connection): Promise<void> {
  await withClient(owner, async client => {
    await checkServerVersion(client)
    const { rows } = await client.query<{ role: string }>('select session_user as role')
    requireName(rows[0]?.role ?? 'unknown', ownerRole, 'DATABASE_OWNER_URL')
  })
}

/** Migrations give their rights to roles by name, so that no other role could do its work. */
function requireName(role: string, wanted: string, setting: string): void {
  if (role === wanted) return
  throw new Refusal(
    'ROLE_UNKNOWN',
    `${setting} signs in as ${role}, and only the role ${wanted} has the rights for this. Make it as docs/operations.md shows, and name it in ${setting}.`,
  )
}

/** One row: the role that signed in, and what it may do that it should not. */
const powersOfRole = `
  with role as (select * from pg_roles where rolname = session_user),
  power (says, holds) as (
    select 'is a superuser', rolsuper from role
    union all select 'may bypass row security', rolbypassrls from role
    union all select 'may create roles', rolcreaterole from role
    union all select 'may create databases', rolcreatedb from role
    union all select 'may replicate', rolreplication from role
    union all select 'acts as another role than it signed in as', current_user <> session_user
    union all select 'is a member of other roles', exists (
      select from pg_auth_members m join role on m.member = role.oid)
    union all select 'owns objects', exists (
      select from pg_shdepend d join role on d.refobjid = role.oid
      where d.refclassid = 'pg_authid'::regclass and d.deptype = 'o')
    union all select 'may create objects in the schema ' || nspname, true from pg_namespace
      where has_schema_privilege(session_user, oid, 'create')
    union all select 'may create schemas', has_database_privilege(session_user, current_database(), 'create')
    union all select 'may make temporary tables (revoke temporary on database ' || quote_ident(current_database()) || ' from public)',
      has_database_privilege(session_user, current_database(), 'temporary')
  )
  select session_user as role, coalesce(array_agg(says) filter (where holds), '{}') as powers from power`

async function checkDatabaseVersion(client: Client, files: MigrationFile[]): Promise<void> {
  const applied = await appliedSeenByApp(client)
  const version = versionOf(applied, files)
  if (version.is === 'same') return
  if (version.is !== 'older') throw versionRefusal(version)
  throw new Refusal(
    'DATABASE_OLDER',
    `This database is not up to date: ${version.missing.join(', ')} is missing. Run "npm run turnstone -- migrate" with DATABASE_OWNER_URL set to the owner's address, then start again.`,
  )
}

async function appliedSeenByApp(client: Client): Promise<Map<string, string>> {
  const known = await client.query<{ known: boolean }>(
    `select to_regprocedure('platform.applied_migrations()') is not null as known`,
  )
  if (known.rows[0]?.known !== true) return new Map()
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from platform.applied_migrations()',
  )
  return new Map(rows.map(row => [row.name, row.sha256]))
}
