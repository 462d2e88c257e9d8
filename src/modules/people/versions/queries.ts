import { sql } from 'kysely'
import type { Writer } from '../../../platform/db/door.ts'

/** A row of a person's record, at the version that somebody saw. */
export interface SeenRow {
  id: string
  personId: string
  version: number
}

/**
 * The version of a row is the transaction that wrote it last, which PostgreSQL keeps for each row; the
 * last nine digits, as forms carry them.
 */
export const rowVersion = (table: string) =>
  sql<number>`(${sql.ref(`${table}.xmin`)}::text::bigint % 1000000000)::integer`

/**
 * Waits for whoever changes this person's record at the same moment; false where whoever acts may not
 * change it, or there is none.
 */
export async function lockPerson(tx: Writer, personId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('people.person')
    .where('id', '=', personId)
    .select('id')
    .forNoKeyUpdate()
    .executeTakeFirst()
  return found !== undefined
}
