import { sql, type RawBuilder } from 'kysely'
import type { Reader } from '../../../platform/db/door.ts'
import { reachFrom, type Reach, type ReachRow } from './reach.ts'

/**
 * Who reaches a case and who is kept from it, in one statement, as far as whoever asks may know: blocks
 * and the request to seal only where `changeable`. Of the shares the 40 that end last, of broken glass the
 * newest 10; when it ends only its holder sees.
 */
export async function reachOf(
  tx: Reader,
  { id, changeable }: { id: string; changeable: boolean },
): Promise<Reach> {
  const rows = await tx
    .selectFrom(onRecord(id, changeable).as('r'))
    .leftJoin('access.user_account as u', 'u.id', 'r.userId')
    .leftJoin('access.agency as a', join =>
      join.on(sql<boolean>`a.id = coalesce(r."agencyId", u.agency_id)`),
    )
    .leftJoin('access.user_account as b', 'b.id', 'r.byId')
    .select([
      'r.is',
      'r.id',
      'r.userId',
      'r.agencyId',
      'r.personId',
      'r.since',
      'r.until',
      'r.endedAt',
      'r.about',
      sql<string>`coalesce(u.given_name || ' ' || u.family_name, '')`.as('who'),
      sql<string>`coalesce(a.name, '')`.as('agency'),
      sql<string>`coalesce(b.given_name || ' ' || b.family_name, '')`.as('by'),
    ])
    .orderBy('r.since', 'desc')
    .orderBy('r.id')
    .execute()
  return reachFrom(rows)
}

type RecordedRow = Omit<ReachRow, 'who' | 'agency' | 'by'> & { byId: string }

/** A share that ended by itself says so with the moment at which it did. */
const onRecord = (id: string, changeable: boolean) => sql<RecordedRow>`(
  select 'named' as "is", n.user_id as id, n.user_id as "userId", n.named_by as "byId", null::uuid as "agencyId", null::uuid as "personId",
    n.named_at as since, null::timestamptz as until, null::timestamptz as "endedAt", null::text as about
  from casework.named_person n where n.case_id = ${id} and n.ended_at is null
  union all (
    select 'share', s.id, l.holder_user, s.shared_by, l.holder_agency, null, s.shared_at, l.until_at,
      coalesce(l.ended_at, case when l.until_at <= clock_timestamp() then l.until_at end), s.legal_basis
    from casework.share s join access.lease l on l.id = s.lease_id
    where s.case_id = ${id} order by coalesce(l.ended_at, l.until_at) desc limit 40)
  union all (
    select 'glass', g.id, g.user_id, g.user_id, null, null, g.broken_at, l.until_at, null, g.category
    from casework.glass g left join access.lease l on l.id = g.lease_id and l.ended_at is null and l.until_at > clock_timestamp()
    where g.case_id = ${id} order by g.broken_at desc limit 10)
  union all
  ${blocksWhere(sql`${changeable} and b.case_id = ${id}`)}
  union all
  ${blocksWhere(sql`${changeable} and b.person_id = any (array(
    select cp.person_id from casework.case_person cp where cp.case_id = ${id}))`)}
  union all
  select 'seal', q.id, q.asked_by, q.asked_by, null, null, q.asked_at, null, null, q.wanted
    from casework.seal_request q where ${changeable} and q.case_id = ${id} and q.decided_at is null)`

/** One branch for each index: with "or" between them the policy would be asked of every block there is. */
const blocksWhere = (fits: RawBuilder<unknown>) => sql`
  select 'block', b.id, b.user_id, b.blocked_by, null, b.person_id, b.blocked_at, null, null,
      (select concat_ws(' ', nullif(p.given, ''), nullif(p.family, '')) from people.known_as p where p.person_id = b.person_id)
    from casework.block b where b.ended_at is null and ${fits}`
