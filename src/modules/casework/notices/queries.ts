import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/db/door.ts'
import type { Notice, NoticeKind } from './notice.ts'

/**
 * A notice of a case that its reader does not see would tell that the case exists. It is shown only to
 * those who review without seeing cases, and to whoever broke the glass and is told what was found. One
 * of a request that somebody else has decided leads nowhere.
 */
const shown = sql<boolean>`(n.kind = 'glass-reviewed'
  or (n.kind in ('glass-broken', 'glass-overdue') and 'standards-auditor' = any ((select access.roles())::text[]))
  or (select true from casework.export_request x where x.id = n.export_id)
  or (n.kind <> 'glass-overdue' and (select true from casework.case c where c.id = n.case_id)))`

/** The own notices, newest first; 100 at most. */
export const ownNotices = (tx: Reader, userId: string): Promise<Notice[]> =>
  tx
    .selectFrom('casework.notice as n')
    .leftJoin('casework.case as c', 'c.id', 'n.case_id')
    .leftJoin('casework.glass as g', 'g.id', 'n.glass_id')
    .leftJoin('access.user_account as u', 'u.id', 'g.user_id')
    .where('n.user_id', '=', userId)
    .where(shown)
    .select([
      'n.id',
      sql<NoticeKind>`n.kind`.as('kind'),
      'n.told_at as toldAt',
      'n.seen_at as seenAt',
      'c.reference',
      'n.export_id as exportId',
      sql<string | null>`u.given_name || ' ' || u.family_name`.as('who'),
      'g.review_by as reviewBy',
      'g.finding',
      'g.review',
    ])
    .orderBy('n.told_at', 'desc')
    .orderBy('n.id')
    .limit(100)
    .execute()

/** Marks one notice of whoever acts as seen, or all of them; how many were not seen before. */
export async function markSeen(tx: Writer, userId: string, which: string): Promise<number> {
  const marked = await tx
    .updateTable('casework.notice')
    .set({ seen_at: sql`now()` })
    .where('user_id', '=', userId)
    .where('seen_at', 'is', null)
    .$if(which !== 'all', q => q.where('id', '=', which))
    .executeTakeFirst()
  return Number(marked.numUpdatedRows)
}

/** How many own notices were not marked as seen; 100 stands for more. */
export async function unseenNotices(tx: Reader): Promise<number> {
  const found = await tx
    .selectFrom(
      sql<{ one: number }>`(select 1 as one from casework.notice n
        where n.user_id = (select access.user_id()) and n.seen_at is null and ${shown} limit 100)`.as(
        'unseen',
      ),
    )
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirst()
  return found?.count ?? 0
}
