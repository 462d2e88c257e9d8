import { sql } from 'kysely'
import type { Writer } from '../../../platform/db/door.ts'

/** Ends one session of whoever acts; false when there is none such. */
export async function endOwnSession(tx: Writer, id: string): Promise<boolean> {
  const { rows } = await sql<{ ended: boolean }>`
    select access.end_own_session(${id}::uuid) as ended`.execute(tx)
  return rows[0]?.ended ?? false
}

/** Ends every session of whoever acts, this one too. */
export async function endOwnSessions(tx: Writer): Promise<void> {
  await sql`select access.end_own_sessions()`.execute(tx)
}

/** Ends every session of whoever acts but this one: whoever else is signed in must show more now. */
export async function endOtherSessions(tx: Writer): Promise<void> {
  await sql`select access.end_own_other_sessions()`.execute(tx)
}
