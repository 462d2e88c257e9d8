import { sql } from 'kysely'
import type { Writer } from '../db/door.ts'
import type { Entry } from './entry.ts'

/** Ids in one entry. */
const mostSubjects = 50

/** What an address may hold that is an id or a reference; anything else is kept as "unreadable". */
const askedShape = /^[0-9A-Za-z-]{1,40}$/

/**
 * Adds an entry in this transaction: committed with the work or not at all. Who acts, the database
 * takes from the signed context.
 */
export async function append(tx: Writer, entry: Entry): Promise<void> {
  const { asked } = entry
  const { class: ofClass, verb, outcome, request, recipient = null, purpose = null } = entry
  const askedFor = asked === undefined || askedShape.test(asked) ? (asked ?? null) : 'unreadable'
  await sql`select audit.append(${ofClass}, ${verb}, ${outcome}, ${request}::uuid,
    ${entry.case ?? null}::uuid, ${entry.person ?? null}::uuid,
    ${(entry.subjects ?? []).slice(0, mostSubjects)}::uuid[], ${askedFor}, ${entry.allowedBy ?? null},
    ${purpose}, ${recipient}::uuid, ${entry.codes ?? []}::text[], ${entry.sought ?? null}::bytea)`.execute(
    tx,
  )
}
