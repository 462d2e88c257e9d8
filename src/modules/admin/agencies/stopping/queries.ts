import { sql } from 'kysely'
import type { Writer } from '../../../../platform/db/door.ts'

export type Stopped = 'done' | 'absent' | 'own agency' | 'so already'

/** Shuts out everybody of an agency at once, or lets them in again. */
export async function setStopped(tx: Writer, agencyId: string, stop: boolean): Promise<Stopped> {
  const { rows } = await sql<{ outcome: Stopped }>`
    select access.set_stopped(${agencyId}, ${stop}) as outcome`.execute(tx)
  return rows[0]?.outcome ?? 'absent'
}
