import { sql } from 'kysely'
import type { Writer } from '../../../../platform/db/door.ts'
import type { Proposed } from '../../refused.ts'

/** Proposes to let a stopped agency in again. */
export async function proposeAdmission(
  tx: Writer,
  agencyId: string,
): Promise<Proposed | 'so already'> {
  const { rows } = await sql<{ outcome: Proposed | 'so already' }>`
    select access.propose_admission(${agencyId}) as outcome`.execute(tx)
  return rows[0]?.outcome ?? 'absent'
}
