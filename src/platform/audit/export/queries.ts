import { sql } from 'kysely'
import type { Writer } from '../../db/door.ts'
import type { Snapshot } from '../../db/snapshot.ts'
import type { EntryRow } from '../body.ts'
import type { KeptTree } from '../sequencer/queries.ts'

/** An entry with its place and the hash that the log keeps beside it. */
export type ExportedRow = EntryRow & { readonly index: number; readonly hash: Buffer }

/** Numbered entries of an area about a person, case or user, in their order. */
export const rowsAbout = (log: Snapshot, area: string, subject: string): Promise<ExportedRow[]> =>
  log.rows<ExportedRow>(aboutText, [area, subject])

/** Whether there is any such entry, numbered or not. */
export async function hasEntryAbout(
  log: Snapshot,
  area: string,
  subject: string,
): Promise<boolean> {
  const [answer] = await log.rows<{ found: boolean }>(foundText, [area, subject])
  return answer?.found === true
}

export async function readNewest(log: Snapshot, area: string): Promise<KeptTree | null> {
  const [newest] = await log.rows<KeptTree>(newestText, [area])
  return newest ?? null
}

/** The first `size` leaf hashes of an area, in order. */
export async function leafHashes(log: Snapshot, area: string, size: number): Promise<Buffer[]> {
  const rows = await log.rows<{ hash: Buffer }>(hashesText, [area, size])
  return rows.map(({ hash }) => hash)
}

/** Tells in the log itself what a command of the operator does, at the database and not in a session. */
export async function appendForCommand(tx: Writer, entry: CommandEntry): Promise<void> {
  const { area, class: ofClass, verb, subject, codes } = entry
  const subjects = subject === null ? [] : [subject]
  await sql`
    insert into audit.entry (area_id, class, verb, outcome, subjects, codes)
    values (${area}::uuid, ${ofClass}, ${verb}, 'done', ${subjects}::uuid[],
      ${['command-line', ...codes]}::text[])`.execute(tx)
}

export interface CommandEntry {
  readonly area: string
  readonly class: 'disclosure' | 'alteration'
  readonly verb: 'audit.export' | 'audit.carry-on' | 'audit.renew-key'
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

const newestText = 'select number, size, range, note from audit.newest($1) where number is not null'

const hashesText = 'select hash from audit.leaf where area_id = $1 and index < $2 order by index'
