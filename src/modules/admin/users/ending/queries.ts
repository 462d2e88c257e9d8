import { sql } from 'kysely'
import type { Writer } from '../../../../platform/db/door.ts'

export type Ended = 'done' | 'absent' | 'oneself' | 'own line' | 'ended already'

/** Ends a posting at once. */
export async function endPosting(tx: Writer, postingId: string): Promise<Ended> {
  const { rows } = await sql<{ outcome: Ended }>`
    select access.end_posting(${postingId}) as outcome`.execute(tx)
  return rows[0]?.outcome ?? 'absent'
}
