import { sql } from 'kysely'
import type { Role } from '../access/roles.ts'
import type { TokenHash } from '../access/token.ts'
import type { Reader, Writer } from '../db/door.ts'
import { signedBy, type ProgramKey, type Signed } from './program-key.ts'
import type { Session } from './session.ts'

/** The live session that a token opens, or null. */
export async function sessionOf(tx: Reader, token: TokenHash): Promise<Session | null> {
  const found = await tx
    .selectFrom(sessionsOf(token).as('s'))
    .select([
      's.session_id as id',
      's.user_id as userId',
      's.kind',
      's.given_name as givenName',
      's.family_name as familyName',
      's.agency_id as agencyId',
      's.agency',
      's.area_id as areaId',
      's.roles',
      's.proven_at as provenAt',
      's.idle_seconds as idleSeconds',
      's.ends_at as endsAt',
    ])
    .executeTakeFirst()
  return found ?? null
}

interface SessionRow {
  session_id: string
  user_id: string
  kind: 'browser' | 'program'
  given_name: string
  family_name: string
  agency_id: string
  agency: string
  area_id: string
  roles: Role[]
  proven_at: string | null
  idle_seconds: number
  ends_at: string
}

const sessionsOf = (token: TokenHash) => sql<SessionRow>`access.session_of(${token})`

/** Begins a session as the program has signed it; null when the account is closed. */
export async function beginSession(tx: Writer, said: Signed): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`
    select access.begin_session(${said.key}, ${said.message}, ${said.tag}) as id`.execute(tx)
  return rows[0]?.id ?? null
}

/** Signs out the holder of a token; false when it opened nothing any more. */
export async function endSession(tx: Writer, token: TokenHash): Promise<boolean> {
  const { rows } = await sql<{ ended: boolean }>`
    select access.end_session(${token}) as ended`.execute(tx)
  return rows[0]?.ended ?? false
}

/** How long sessions last that begin now, in seconds. */
export async function sessionLengths(tx: Reader): Promise<{ idle: number; lifetime: number }> {
  const rows = await tx
    .selectFrom('platform.setting')
    .select(['name', 'value'])
    .where('name', 'in', ['session-idle', 'session-lifetime'])
    .execute()
  const valueOf = (name: string) => rows.find(row => row.name === name)?.value ?? 0
  return { idle: valueOf('session-idle') * 60, lifetime: valueOf('session-lifetime') * 3600 }
}

/** Enters the transaction as a part of the system, as the program says. */
export async function enterAsPart(tx: Writer, key: ProgramKey, part: 'sequencer'): Promise<void> {
  const it = await said(tx, key, 'enter', part)
  await sql`select access.enter_as_part(${it.key}, ${it.message}, ${it.tag})`.execute(tx)
}

/** Makes this program known, and takes a new key for contexts. As the owner of the database. */
export async function registerProgram(tx: Writer, key: ProgramKey): Promise<void> {
  await sql`select access.register_program(${key}), access.rotate_context_key()`.execute(tx)
}

/** Whether the database knows the program by this key. */
export async function knowsProgram(tx: Reader, key: string): Promise<boolean> {
  const row = await tx
    .selectNoFrom(sql<boolean>`access.knows_program(${key})`.as('known'))
    .executeTakeFirst()
  return row?.known === true
}

/** Whether a second factor that was shown at this time (ISO) still counts as just shown. */
export async function isFreshProof(tx: Reader, provenAt: string | null): Promise<boolean> {
  const found = await tx
    .selectFrom('platform.setting')
    .select(
      sql<boolean>`coalesce(${provenAt}::timestamptz > clock_timestamp() - make_interval(mins => value), false)`.as(
        'fresh',
      ),
    )
    .where('name', '=', 'proof-lasts')
    .executeTakeFirst()
  return found?.fresh ?? false
}

/** Seconds since 1970, by the clock of the database, which is the same for every machine that serves. */
export async function epochNow(tx: Reader): Promise<number> {
  const row = await tx
    .selectNoFrom(sql<number>`floor(extract(epoch from clock_timestamp()))::integer`.as('now'))
    .executeTakeFirstOrThrow()
  return row.now
}

/** A message of the program to the functions that want its word: it holds for a minute. */
export const said = async (
  tx: Reader,
  key: ProgramKey,
  ...parts: [purpose: string, ...fields: (string | number)[]]
): Promise<Signed> => signedBy(key, ...parts, await epochNow(tx))
