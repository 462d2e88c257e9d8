import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/door.ts'

/** Where somebody works as what. */
export interface Posting {
  role: string
  team: string
  agency: string
  forceWide: boolean
  fromAt: string
  untilAt: string | null
}

/** The postings of somebody that hold now, the oldest first. */
export const postingsOf = (tx: Reader, userId: string): Promise<Posting[]> =>
  tx
    .selectFrom('access.posting as p')
    .innerJoin('access.role as r', 'r.code', 'p.role')
    .innerJoin('access.team as t', 't.id', 'p.team_id')
    .innerJoin('access.agency as a', 'a.id', 't.agency_id')
    .where('p.user_id', '=', userId)
    .where(sql<boolean>`p.from_at <= now() and (p.until_at is null or p.until_at > now())`)
    .select([
      'r.name as role',
      't.name as team',
      'a.name as agency',
      'p.force_wide as forceWide',
      'p.from_at as fromAt',
      'p.until_at as untilAt',
    ])
    .orderBy('p.from_at')
    .orderBy('p.id')
    .execute()
