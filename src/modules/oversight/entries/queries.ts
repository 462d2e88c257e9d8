import { sql, type RawBuilder } from 'kysely'
import type { Reader } from '../../../platform/db/door.ts'
import type { EntriesAsked } from './asked.ts'
import type { LogEntry } from './entry.ts'

/** Entries of the log, newest first, to a standards auditor; to all others none. */
export async function entriesOf(
  tx: Reader,
  asked: EntriesAsked,
  most: number,
): Promise<LogEntry[]> {
  return listed(tx, sql.join(conditions(asked), sql` and `), most)
}

/** These entries, newest first. */
export const entriesWith = (tx: Reader, ids: readonly string[]): Promise<LogEntry[]> =>
  listed(tx, sql`e.id = any (${ids}::uuid[]) and (select oversight.audits())`, ids.length)

async function listed(tx: Reader, fit: RawBuilder<unknown>, most: number): Promise<LogEntry[]> {
  const rows = await tx
    .selectFrom(
      sql<LogEntry>`(
    with asked as (
      select e.* from audit.entry e where ${fit} order by e.at desc, e.id limit ${most}
    )
    select e.id, e.at, e.verb, e.class, e.outcome, e.user_id as "userId", e.case_id as "caseId", e.person_id as "personId",
      cardinality(e.subjects) as others, e.asked, e.allowed_by as "allowedBy", e.purpose, e.codes, a.name as agency,
      nullif(trim(u.given_name || ' ' || u.family_name), '') as who,
      array(select distinct p.role from access.posting p where p.user_id = e.user_id and p.from_at <= e.at
        and (p.until_at is null or p.until_at > e.at) order by p.role) as roles
    from asked e
    left join access.user_account u on u.id = e.user_id
    left join access.agency a on a.id = u.agency_id)`.as('found'),
    )
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute()
  return rows
}

/** The area is named here too, although the row policy asks it, so that the plan uses the log's order. */
const conditions = ({ after, record, ...asked }: EntriesAsked) => [
  sql`e.area_id = (select access.area_id()) and (select oversight.audits())`,
  ...given(asked.users, users => sql`e.user_id = any (${users}::uuid[])`),
  ...given(asked.class, code => sql`e.class = ${code}`),
  ...given(asked.verb, verb => sql`e.verb = ${verb}`),
  ...given(asked.outcome, outcome => sql`e.outcome = ${outcome}`),
  ...given(asked.allowed, ways => sql`e.allowed_by = any (${ways}::text[])`),
  ...given(asked.from, from => sql`e.at >= ${from}::timestamptz`),
  ...given(asked.until, until => sql`e.at < ${until}::timestamptz`),
  ...given(
    after,
    ({ at, id }) => sql`e.at <= ${at}::timestamptz
    and (e.at < ${at}::timestamptz or e.id > ${id}::uuid)`,
  ),
  ...given(
    record,
    ({ least, greatest }) => sql`e.id = any (array(
    select oversight.entries_about(${least}::uuid, ${greatest}::uuid,
      coalesce(${asked.from}::timestamptz, '-infinity'), coalesce(${asked.until}::timestamptz, 'infinity'))))`,
  ),
]

const given = <T>(value: T | null, condition: (value: T) => RawBuilder<unknown>) =>
  value === null ? [] : [condition(value)]

/** The id of the case with a reference; null to an auditor who is blocked from it, and where there is none. */
export async function caseWith(tx: Reader, reference: string): Promise<string | null> {
  const rows = await tx
    .selectFrom(
      sql<{ id: string | null }>`(
    select oversight.case_with(${reference}) as id)`.as('found'),
    )
    .selectAll()
    .execute()
  return rows[0]?.id ?? null
}

/** Everybody of the area who ever had an account. */
export const colleagues = (tx: Reader): Promise<{ id: string; given: string; family: string }[]> =>
  tx
    .selectFrom('access.user_account')
    .select(['id', 'given_name as given', 'family_name as family'])
    .execute()
