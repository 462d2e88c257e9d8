import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/door.ts'
import { waitingForMe } from '../proposals/queries.ts'
import { accounts } from '../users/queries.ts'

export interface Counts {
  /** What waits for the word of whoever looks. */
  waiting: number
  /** Accounts that are neither closed nor of a stopped agency. */
  live: number
  /** Of these, how many have no posting now, and how many have an invitation not taken up. */
  unposted: number
  invited: number
  closed: number
  stoppedAgencies: number
}

export async function counts(tx: Reader, me: string): Promise<Counts> {
  return { ...(await accountCounts(tx)), waiting: await waitingForMe(tx, me) }
}

const accountCounts = (tx: Reader): Promise<Omit<Counts, 'waiting'>> =>
  tx
    .selectFrom(accounts.as('u'))
    .select([
      sql<number>`count(*) filter (where not u.closed and not u.stopped)::int`.as('live'),
      sql<number>`count(*) filter (where not u.closed and not u.stopped and u.roles = '{}')::int`.as(
        'unposted',
      ),
      sql<number>`count(*) filter (where not u.closed and not u.stopped and u.invited_at is not null)::int`.as(
        'invited',
      ),
      sql<number>`count(*) filter (where u.closed)::int`.as('closed'),
      sql<number>`(select count(*) from access.agency a where a.stopped_at is not null)::int`.as(
        'stoppedAgencies',
      ),
    ])
    .executeTakeFirstOrThrow()
