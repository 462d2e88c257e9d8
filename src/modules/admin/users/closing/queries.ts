import { sql } from 'kysely'
import type { Writer } from '../../../../platform/db/door.ts'

export type Closed = 'done' | 'absent' | 'oneself' | 'so already'

/** Closes an account with its sessions, invitations and proposals. */
export async function closeAccount(tx: Writer, userId: string): Promise<Closed> {
  const { rows } = await sql<{ outcome: Closed }>`
    select access.close_account(${userId}) as outcome`.execute(tx)
  return rows[0]?.outcome ?? 'absent'
}
