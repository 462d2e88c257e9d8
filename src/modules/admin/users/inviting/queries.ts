import { sql } from 'kysely'
import type { TokenHash } from '../../../../platform/access/token.ts'
import type { Writer } from '../../../../platform/db/door.ts'
import type { Proposed } from '../../refused.ts'

/** Makes an invitation that waits for a second administrator; an earlier one ends. */
export async function invite(tx: Writer, userId: string, token: TokenHash): Promise<Proposed> {
  const { rows } = await sql<{ outcome: Proposed }>`
    select access.propose_invitation(${userId}, ${token}) as outcome`.execute(tx)
  return rows[0]?.outcome ?? 'absent'
}
