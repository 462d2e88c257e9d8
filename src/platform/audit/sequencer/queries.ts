import { sql } from 'kysely'
import type { Writer } from '../../db/door.ts'
import type { EntryRow } from '../body.ts'

/** A force area, which has a log of its own. */
export interface Area {
  readonly id: string
  readonly slug: string
}

/** The newest checkpoint of an area, as the database keeps it. */
export interface KeptTree {
  readonly number: number
  readonly size: number
  readonly range: Buffer
  readonly note: string
}

/** What `audit.number` takes. */
export interface Numbered {
  /** Place of the first. */
  readonly first: number
  readonly entries: readonly string[]
  readonly hashes: readonly Uint8Array[]
  readonly range: Uint8Array
  readonly note: string
}

/** True for the one transaction at a time that may number; it has the turn until it ends. */
export async function takeTurn(tx: Writer): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('turnstone audit sequencer')) as taken`.execute(tx)
  return rows[0]?.taken === true
}

export async function areasWithLogs(tx: Writer): Promise<Area[]> {
  return (await sql<Area>`select id, slug from audit.areas()`.execute(tx)).rows
}

export async function newestCheckpoint(tx: Writer, area: string): Promise<KeptTree | null> {
  const { rows } = await sql<KeptTree>`
    select number, size, range, note from audit.newest(${area}::uuid) where number is not null`.execute(
    tx,
  )
  return rows[0] ?? null
}

/** Entries that may be numbered now, in the order in which they get their places. */
export async function waitingEntries(tx: Writer, area: string, most: number): Promise<EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select id, area_id, at, xid, class, verb, outcome, user_id, session_id, request_id, case_id,
      person_id, subjects, asked, allowed_by, purpose, recipient, codes, sought
    from audit.waiting(${area}::uuid, ${most}::integer)`.execute(tx)
  return rows
}

/** @throws Broken `DATABASE_REFUSED` with SQLSTATE 40001 or 23505 when somebody else numbered meanwhile. */
export async function numberEntries(tx: Writer, area: string, added: Numbered): Promise<void> {
  const { first, entries, hashes, range, note } = added
  await sql`select audit.number(${area}::uuid, ${first}::bigint, ${entries}::uuid[],
    ${hashes}::bytea[], ${Buffer.from(range)}::bytea, ${note})`.execute(tx)
}
