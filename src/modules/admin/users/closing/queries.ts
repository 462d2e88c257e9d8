import { sql } from 'kysely'
import type { Writer } from '../../../../platform/db/door.ts'

export type Set = 'done' | 'absent' | 'oneself' | 'own line' | 'so already'

/** Closes an account with its sessions and invitations, or opens it again. */
export async function setClosed(tx: Writer, userId: string, closed: boolean): Promise<Set> {
  const { rows } = await sql<{ outcome: Set }>`
    select access.set_disabled(${userId}, ${closed}) as outcome`.execute(tx)
  return rows[0]?.outcome ?? 'absent'
}
