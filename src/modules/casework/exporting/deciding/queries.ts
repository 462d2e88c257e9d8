import { sql } from 'kysely'
import type { Writer } from '../../../../platform/db/door.ts'

export type Decided = 'done' | 'absent' | 'decided already' | 'lapsed'

/** The second person agrees that cases are taken out, or declines. */
export async function decideExport(
  tx: Writer,
  id: string,
  { agree, reason }: { agree: boolean; reason: string },
): Promise<Decided> {
  const said = reason === '' ? null : reason
  const { rows } = await sql<{ outcome: Decided }>`
    select casework.decide_export(${id}, ${agree}, ${said}) as outcome`.execute(tx)
  return rows[0]?.outcome ?? 'absent'
}
