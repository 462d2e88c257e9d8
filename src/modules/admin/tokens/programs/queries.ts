import { sql } from 'kysely'
import type { Writer } from '../../../../platform/db/door.ts'

/** Makes the account of a program in a team; its id, or null where there is no such team. */
export async function addProgram(
  tx: Writer,
  { name, teamId }: { name: string; teamId: string },
): Promise<string | null> {
  const { rows } = await sql<{ made: string | null }>`
    select access.add_program(${teamId}, ${name}) as made`.execute(tx)
  return rows[0]?.made ?? null
}
