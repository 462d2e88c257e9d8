import { sql } from 'kysely'
import type { Writer } from '../../../platform/db/door.ts'

export type Restricted = 'done' | 'absent' | 'needs a second person' | 'changed meanwhile'

/** Restricts a case to named people, with whoever acts among them, or opens it to its team again. */
export async function setSensitivity(
  tx: Writer,
  { id, wanted, version }: { id: string; wanted: 'ordinary' | 'restricted'; version: number },
): Promise<Restricted> {
  const { rows } = await sql<{ outcome: Restricted }>`
    select casework.set_sensitivity(${id}, ${wanted}, ${version}) as outcome`.execute(tx)
  return rows[0]?.outcome ?? 'absent'
}
