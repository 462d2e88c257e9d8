import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/door.ts'
import type { LogEntry } from '../entries/entry.ts'

/** Everything that an entry holds, and its place in the tree. */
export interface WholeEntry extends LogEntry {
  areaId: string
  area: string
  xid: string
  sessionId: string | null
  requestId: string | null
  subjects: readonly string[]
  recipient: string | null
  /** The name of the recipient where it is an agency or a colleague of the area. */
  received: string | null
  /** Words that were searched, encrypted. */
  sought: Buffer | null
  /** Counted from 0; null until the sequencer has numbered it. */
  index: number | null
  leaf: string | null
  /** The first signed checkpoint over it. */
  checkpoint: number | null
  checkpointSize: number | null
  signedAt: string | null
}

/** One entry, to a standards auditor of its area; null for all others, and when there is none. */
export async function entryOf(tx: Reader, id: string): Promise<WholeEntry | null> {
  const rows = await tx
    .selectFrom(
      sql<WholeEntry>`(
    select e.id, e.at, e.verb, e.class, e.outcome, e.user_id as "userId", e.case_id as "caseId", e.person_id as "personId",
      cardinality(e.subjects) as others, e.asked, e.allowed_by as "allowedBy", e.codes, a.name as agency,
      nullif(trim(u.given_name || ' ' || u.family_name), '') as who,
      array(select distinct p.role from access.posting p where p.user_id = e.user_id and p.from_at <= e.at
        and (p.until_at is null or p.until_at > e.at) order by p.role) as roles,
      e.area_id as "areaId", f.slug as area, e.xid::text as xid, e.session_id as "sessionId",
      e.request_id as "requestId", e.subjects, e.purpose, e.recipient, e.sought,
      coalesce(ra.name, ru.given_name || ' ' || ru.family_name) as received,
      l.index, encode(l.hash, 'hex') as leaf, c.number as checkpoint, c.size as "checkpointSize", c.signed_at as "signedAt"
    from audit.entry e
    left join access.force_area f on f.id = e.area_id
    left join access.user_account u on u.id = e.user_id
    left join access.agency a on a.id = u.agency_id
    left join access.agency ra on ra.id = e.recipient
    left join access.user_account ru on ru.id = e.recipient
    left join audit.leaf l on l.entry_id = e.id
    left join lateral (select k.number, k.size, k.signed_at from audit.checkpoint k
      where k.area_id = e.area_id and k.size > l.index order by k.size limit 1) c on true
    where e.id = ${id}::uuid and 'standards-auditor' = any ((select access.roles())::text[]))`.as(
        'found',
      ),
    )
    .selectAll()
    .execute()
  return rows[0] ?? null
}
