import { sql } from 'kysely'
import type { Writer } from '../../../../platform/db/door.ts'

/** Ends every session of somebody; how many, or null where there is nobody of this id. */
export async function endSessionsOf(tx: Writer, userId: string): Promise<number | null> {
  const { rows } = await sql<{ ended: number | null }>`
    select access.end_sessions_of(${userId}) as ended`.execute(tx)
  return rows[0]?.ended ?? null
}
