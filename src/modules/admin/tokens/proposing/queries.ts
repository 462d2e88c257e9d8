import { sql } from 'kysely'
import type { TokenHash } from '../../../../platform/access/token.ts'
import type { Writer } from '../../../../platform/db/door.ts'
import type { Proposed } from '../../refused.ts'

export interface TokenWish {
  programId: string
  days: number
  digest: TokenHash
  /** The half that whoever agrees is shown. */
  otherHalf: string
}

/** Proposes a token of a program, which begins when a second administrator agrees. */
export async function proposeToken(
  tx: Writer,
  { programId, days, digest, otherHalf }: TokenWish,
): Promise<Proposed> {
  const { rows } = await sql<{ outcome: Proposed }>`
    select access.propose_token(${programId}, ${days}, ${digest}, ${otherHalf}) as outcome`.execute(
    tx,
  )
  return rows[0]?.outcome ?? 'absent'
}
