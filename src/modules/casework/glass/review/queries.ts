import { sql } from 'kysely'
import type { Reader, Writer } from '../../../../platform/db/door.ts'

/** A broken glass as a standards auditor reviews it: who and why, and no content of the case. */
export interface Glass {
  id: string
  caseId: string
  who: string
  agency: string
  category: string
  reason: string
  brokenAt: string
  /** The day by which it must be reviewed. */
  reviewBy: string
  /** Whether whoever reads this is that person, or in their line, and so may not review. */
  inLine: boolean
  /** What the review found; null until then. */
  finding: string | null
  review: string | null
  reviewer: string | null
  reviewedAt: string | null
}

/** Broken glass that a standards auditor may read, what is not reviewed yet first, of this what is most overdue; 200 at most. */
export async function glassToReview(tx: Reader): Promise<Glass[]> {
  return tx
    .selectFrom('casework.glass as g')
    .innerJoin('access.user_account as u', 'u.id', 'g.user_id')
    .innerJoin('access.agency as a', 'a.id', 'u.agency_id')
    .leftJoin('access.user_account as r', 'r.id', 'g.reviewed_by')
    .select([
      'g.id',
      'g.case_id as caseId',
      sql<string>`u.given_name || ' ' || u.family_name`.as('who'),
      'a.name as agency',
      'g.category',
      'g.reason',
      'g.broken_at as brokenAt',
      'g.review_by as reviewBy',
      sql<boolean>`access.in_line(g.user_id, access.user_id())`.as('inLine'),
      'g.finding',
      'g.review',
      sql<string | null>`r.given_name || ' ' || r.family_name`.as('reviewer'),
      'g.reviewed_at as reviewedAt',
    ])
    .orderBy(sql`g.reviewed_at is not null`)
    .orderBy('g.review_by')
    .orderBy('g.broken_at')
    .limit(200)
    .execute()
}

export type Reviewed = 'done' | 'absent' | 'own line' | 'reviewed already'

/** Says whether breaking this glass was justified; whoever broke it is told. */
export async function reviewGlass(
  tx: Writer,
  { id, finding, review }: { id: string; finding: 'justified' | 'not justified'; review: string },
): Promise<Reviewed> {
  const { rows } = await sql<{ outcome: Reviewed }>`
    select casework.review_glass(${id}, ${finding}, ${review}) as outcome`.execute(tx)
  return rows[0]?.outcome ?? 'absent'
}
