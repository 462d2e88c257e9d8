import { sql } from 'kysely'
import type { Writer } from '../db/door.ts'
import type { Entry } from './entry.ts'

/** Ids in one entry; a file of cases that leaves says each. */
const mostSubjects = ({ class: of }: Entry): number => (of === 'disclosure' ? 500 : 50)

/** What an address may hold that is an id or a reference; anything else is kept as "unreadable". */
const askedShape = /^[0-9A-Za-z-]{1,40}$/

/**
 * Adds an entry in this transaction: committed with the work or not at all. Who acts, the database
 * takes from the signed context.
 */
export async function append(tx: Writer, entry: Entry): Promise<void> {
  const { request, subjects = [], codes = [] } = entry
  await sql`select audit.append(${entry.class}, ${entry.verb}, ${entry.outcome}, ${request}::uuid,
    ${orNull(entry.case)}::uuid, ${orNull(entry.person)}::uuid,
    ${subjects.slice(0, mostSubjects(entry))}::uuid[], ${askedFor(entry)}, ${orNull(entry.allowedBy)},
    ${orNull(entry.purpose)}, ${orNull(entry.recipient)}::uuid, ${codes}::text[],
    ${orNull(entry.sought)}::bytea)`.execute(tx)
}

const orNull = <T>(fact: T | undefined): T | null => fact ?? null

const askedFor = ({ asked }: Entry): string | null =>
  asked === undefined || askedShape.test(asked) ? orNull(asked) : 'unreadable'
