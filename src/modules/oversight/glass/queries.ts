import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/door.ts'

/** How many pages were opened through each of these, by the log, in their order. */
export async function openedThrough(
  tx: Reader,
  broken: readonly { caseId: string; brokenAt: string }[],
): Promise<number[]> {
  const cases = broken.map(({ caseId }) => caseId)
  const moments = broken.map(({ brokenAt }) => brokenAt)
  // Breaking is logged in the transaction that breaks, so both have one moment. No glass holds longer than 240 minutes.
  const rows = await tx
    .selectFrom(
      sql<{ opened: number; n: number }>`(
    select g.n, (select count(*)::integer from audit.entry b
      join audit.entry e on e.case_id = b.case_id and e.user_id = b.user_id and e.allowed_by = 'break-glass'
        and e.verb <> 'glass.break' and e.outcome = 'done' and e.at >= b.at and e.at < b.at + interval '240 minutes'
      where b.case_id = g.case_id and b.at = g.at and b.verb = 'glass.break' and b.outcome = 'done') as opened
    from unnest(${cases}::uuid[], ${moments}::timestamptz[]) with ordinality as g (case_id, at, n))`.as(
        'found',
      ),
    )
    .selectAll()
    .orderBy('n')
    .execute()
  return rows.map(({ opened }) => opened)
}
