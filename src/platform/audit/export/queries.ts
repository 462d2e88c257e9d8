import type { Client } from 'pg'
import type { EntryRow } from '../body.ts'
import type { KeptTree } from '../sequencer/queries.ts'

/** An entry with its place and the hash that the log keeps beside it. */
export type ExportedRow = EntryRow & { readonly index: number; readonly hash: Buffer }

/** Numbered entries of an area about a person, case or user, in their order. */
export async function rowsAbout(
  client: Client,
  area: string,
  subject: string,
): Promise<ExportedRow[]> {
  return (await client.query<ExportedRow>(aboutText, [area, subject])).rows
}

/** Whether there is any such entry, numbered or not. */
export async function hasEntryAbout(
  client: Client,
  area: string,
  subject: string,
): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(foundText, [area, subject])
  return rows[0]?.found === true
}

export async function readNewest(client: Client, area: string): Promise<KeptTree | null> {
  const { rows } = await client.query<KeptTree>(
    'select number, size, range, note from audit.newest($1) where number is not null',
    [area],
  )
  return rows[0] ?? null
}

/** The first `size` leaf hashes of an area, in order. */
export async function leafHashes(client: Client, area: string, size: number): Promise<Buffer[]> {
  const { rows } = await client.query<{ hash: Buffer }>(
    'select hash from audit.leaf where area_id = $1 and index < $2 order by index',
    [area, size],
  )
  return rows.map(({ hash }) => hash)
}

/** Tells in the log itself what a command of the operator does, at the database and not in a session. */
export async function appendForCommand(client: Client, entry: CommandEntry): Promise<void> {
  const { area, class: ofClass, verb, subject, codes } = entry
  await client.query(
    `insert into audit.entry (area_id, class, verb, outcome, subjects, codes)
     values ($1, $2, $3, 'done', $4, $5)`,
    [area, ofClass, verb, subject === null ? [] : [subject], ['command-line', ...codes]],
  )
}

export interface CommandEntry {
  readonly area: string
  readonly class: 'disclosure' | 'alteration'
  readonly verb: 'audit.export' | 'audit.carry-on'
  readonly subject: string | null
  readonly codes: readonly string[]
}

const about = `e.area_id = $1 and
  (e.user_id = $2 or e.case_id = $2 or e.person_id = $2 or e.subjects @> array[$2::uuid])`

const aboutText = `
  select l.index, l.hash, e.id, e.area_id, e.at, e.xid, e.class, e.verb, e.outcome, e.user_id,
    e.session_id, e.request_id, e.case_id, e.person_id, e.subjects, e.asked, e.allowed_by, e.purpose,
    e.recipient, e.codes, e.sought
  from audit.entry e join audit.leaf l on l.entry_id = e.id and l.area_id = e.area_id
  where ${about} order by l.index`

const foundText = `select exists (select from audit.entry e where ${about}) as found`
