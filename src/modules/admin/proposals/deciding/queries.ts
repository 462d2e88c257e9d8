import { sql } from 'kysely'
import type { Writer } from '../../../../platform/db/door.ts'
import type { TokenHash } from '../../../../platform/access/token.ts'
import type { Undecided } from './undecided.ts'

/** Agreed, and done; of a token, its digest and days, and the half that is shown now. */
export type Agreed =
  | { is: 'done'; token: { digest: TokenHash; days: number; half: string } | null }
  | { is: Undecided }

/** Agrees, and what was proposed happens. `code` is the digest that an invitation gets. */
export async function agree(tx: Writer, proposalId: string, code: Buffer | null): Promise<Agreed> {
  const { rows } = await sql<AgreedRow>`
    select outcome, token, lasts, half from access.agree(${proposalId}, ${code})`.execute(tx)
  const [row] = rows
  if (row === undefined) return { is: 'absent' }
  if (row.outcome !== 'done') return { is: row.outcome }
  const { token: digest, lasts: days, half } = row
  return { is: 'done', token: digest && days && half ? { digest, days, half } : null }
}

interface AgreedRow {
  outcome: 'done' | Undecided
  token: TokenHash | null
  lasts: number | null
  half: string | null
}

/** Does not agree, and says why. */
export async function decline(
  tx: Writer,
  proposalId: string,
  why: string,
): Promise<'done' | Undecided> {
  const { rows } = await sql<{ outcome: 'done' | Undecided }>`
    select access.decline(${proposalId}, ${why}) as outcome`.execute(tx)
  return rows[0]?.outcome ?? 'absent'
}
