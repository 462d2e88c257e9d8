import { sql } from 'kysely'
import type { Writer } from '../../../../platform/db/door.ts'

export type Stopped = 'done' | 'absent' | 'own agency' | 'so already'

/** Shuts out everybody of an agency at once. */
export async function stopAgency(tx: Writer, agencyId: string): Promise<Stopped> {
  const { rows } = await sql<{ outcome: Stopped }>`
    select access.stop_agency(${agencyId}) as outcome`.execute(tx)
  return rows[0]?.outcome ?? 'absent'
}
