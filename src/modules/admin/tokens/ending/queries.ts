import { sql } from 'kysely'
import type { Writer } from '../../../../platform/db/door.ts'

export type Ended = 'done' | 'absent' | 'ended already'

/** Ends a token at once. */
export async function endToken(tx: Writer, tokenId: string): Promise<Ended> {
  const { rows } = await sql<{ outcome: Ended }>`
    select access.end_token(${tokenId}) as outcome`.execute(tx)
  return rows[0]?.outcome ?? 'absent'
}
