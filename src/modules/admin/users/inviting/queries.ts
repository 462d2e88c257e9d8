import { sql } from 'kysely'
import type { TokenHash } from '../../../../platform/access/token.ts'
import type { Writer } from '../../../../platform/db/door.ts'

export type Invited = 'done' | 'absent' | 'oneself' | 'own line' | 'closed'

/** Makes an invitation that holds for `days`; an earlier one ends. */
export async function invite(
  tx: Writer,
  { userId, token, days }: { userId: string; token: TokenHash; days: number },
): Promise<Invited> {
  const { rows } = await sql<{ outcome: Invited }>`
    select access.invite(${userId}, ${token}, now() + make_interval(days => ${days})) as outcome`.execute(
    tx,
  )
  return rows[0]?.outcome ?? 'absent'
}
