import { sql } from 'kysely'
import type { Reader, Writer } from '../../../../platform/db/door.ts'
import type { Proposed } from '../../refused.ts'

export interface RoleName {
  code: string
  name: string
  /** Whether it reaches cases of teams, so that a posting can reach those of the whole area. */
  teamCases: boolean
}

export const rolesThatAre = (tx: Reader): Promise<RoleName[]> =>
  tx
    .selectFrom('access.role')
    .select(['code', 'name', 'team_cases as teamCases'])
    .orderBy('name')
    .execute()

export interface PostingWish {
  userId: string
  teamId: string
  role: string
  forceWide: boolean
  /** The last day, in the partnership's own time; null where it has no end. */
  lastDay: string | null
}

export type Posted =
  Proposed | 'over before it begins' | 'not for the whole area' | 'roles apart' | 'there already'

/** Proposes a posting, which holds when a second administrator agrees. */
export async function proposePosting(tx: Writer, wish: PostingWish): Promise<Posted> {
  const { rows } = await sql<{ outcome: Posted }>`
    select access.propose_posting(${wish.userId}, ${wish.teamId}, ${wish.role}, ${wish.forceWide},
      ((${wish.lastDay}::date + 1)::timestamp at time zone 'Europe/London')) as outcome`.execute(tx)
  return rows[0]?.outcome ?? 'absent'
}
