import { sql } from 'kysely'
import type { Writer } from '../../../../platform/db/door.ts'
import type { ProgramKey } from '../../../../platform/sessions/program-key.ts'
import { said } from '../../../../platform/sessions/queries.ts'

/**
 * Tells each standards auditor of the area, once, of broken glass whose review is late; how many notices
 * that made. Nobody acts: the program says that it is the program.
 */
export async function tellOverdue(tx: Writer, key: ProgramKey): Promise<number> {
  const it = await said(tx, key, 'overdue')
  const { rows } = await sql<{ told: number }>`
    select casework.tell_overdue(${it.key}, ${it.message}, ${it.tag}) as told`.execute(tx)
  return rows[0]?.told ?? 0
}
