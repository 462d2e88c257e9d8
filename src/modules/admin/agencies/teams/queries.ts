import { sql } from 'kysely'
import type { Writer } from '../../../../platform/db/door.ts'

/** Makes a team; its id, or null where the agency has a team of this name. */
export async function addTeam(
  tx: Writer,
  { agencyId, name }: { agencyId: string; name: string },
): Promise<string | null> {
  const { rows } = await sql<{ made: string | null }>`
    select access.add_team(${agencyId}, ${name}) as made`.execute(tx)
  return rows[0]?.made ?? null
}
