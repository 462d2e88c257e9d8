import { sql } from 'kysely'
import type { Writer } from '../../../../platform/db/door.ts'
import type { Proposed } from '../../refused.ts'

/** Proposes to open a closed account again. */
export async function proposeOpening(tx: Writer, userId: string): Promise<Proposed | 'so already'> {
  const { rows } = await sql<{ outcome: Proposed | 'so already' }>`
    select access.propose_opening(${userId}) as outcome`.execute(tx)
  return rows[0]?.outcome ?? 'absent'
}
