import { sql } from 'kysely'
import type { Writer } from '../../../../platform/db/door.ts'

export type Withdrawn = 'done' | 'absent' | 'over'

/** Takes back what one has proposed oneself. */
export async function withdraw(tx: Writer, proposalId: string): Promise<Withdrawn> {
  const { rows } = await sql<{ outcome: Withdrawn }>`
    select access.withdraw(${proposalId}) as outcome`.execute(tx)
  return rows[0]?.outcome ?? 'absent'
}
