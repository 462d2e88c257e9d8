import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/door.ts'
import type { PersonLook } from './many-lookers/rule.ts'
import type { RecordLook } from './nothing-led/rule.ts'
import type { OwnSearch } from './own-search/rule.ts'
import type { Refusal } from './refused-in-a-row/rule.ts'

/** Rows that one rule looks at, the newest; more than this is for the log itself. */
const most = 1000

/** Entries that the rules look at, the newest: as many as half a second to a second takes. */
const reach = 250_000

/** From when on the rules look, and whether that is later than was asked because of too many entries. */
export interface Span {
  since: string
  isCut: boolean
}

export async function spanOfDays(tx: Reader, days: number, most = reach): Promise<Span> {
  return tx
    .selectFrom(
      sql<Span>`(
    select greatest(asked.since, reached.at) as since, coalesce(reached.at > asked.since, false) as "isCut"
    from (select now() - make_interval(days => ${days}) as since) asked,
      (select oversight.reach_back(${most}) as at) reached)`.as('found'),
    )
    .selectAll()
    .executeTakeFirstOrThrow()
}

export async function looksWithoutAWay(tx: Reader, since: string): Promise<RecordLook[]> {
  const rows = await tx
    .selectFrom(
      sql<RecordLook>`(
    select id, at, user_id as "userId", case_id as "caseId", person_id as "personId", ways
    from oversight.looks_without_a_way(${since}::timestamptz, now(), ${most}))`.as('found'),
    )
    .selectAll()
    .execute()
  return rows
}

export async function searchesForOwn(tx: Reader, since: string): Promise<OwnSearch[]> {
  const rows = await tx
    .selectFrom(
      sql<OwnSearch>`(
    select id, at, user_id as "userId", codes, shown, worked_at as "workedAt"
    from oversight.own_searches(${since}::timestamptz, now(), ${most}))`.as('found'),
    )
    .selectAll()
    .execute()
  return rows
}

export async function crowdedLooks(
  tx: Reader,
  since: string,
  least: number,
): Promise<PersonLook[]> {
  const rows = await tx
    .selectFrom(
      sql<PersonLook>`(
    select id, at, user_id as "userId", person_id as "personId"
    from oversight.crowds(${since}::timestamptz, now(), ${least}, ${most}))`.as('found'),
    )
    .selectAll()
    .execute()
  return rows
}

/** Refusals of colleagues that name a thing which was asked for, and that nobody has answered for. */
export async function refusals(tx: Reader, since: string): Promise<Refusal[]> {
  const rows = await tx
    .selectFrom(
      sql<Refusal>`(
    select e.id, e.at, e.user_id as "userId", e.asked from audit.entry e
    where e.area_id = (select access.area_id()) and e.outcome = 'refused' and e.at >= ${since}::timestamptz
      and e.user_id is not null and e.asked <> 'none' and (select oversight.audits())
      and not exists (select from oversight.answered_entry a where a.rule = 'refused-in-a-row' and a.entry_id = e.id)
    order by e.at desc, e.id limit ${most})`.as('found'),
    )
    .selectAll()
    .execute()
  return rows
}

/** From how many people on one person's record is told. */
export async function manyLookersSetting(tx: Reader): Promise<number> {
  const found = await tx
    .selectFrom('platform.setting')
    .where('name', '=', 'many-lookers')
    .select('value')
    .executeTakeFirstOrThrow()
  return found.value
}

export interface Colleague {
  id: string
  name: string
  agency: string
  /** Whether whoever reads this is that person, or in their line. */
  inLine: boolean
}

export async function colleaguesBy(tx: Reader, ids: readonly string[]): Promise<Colleague[]> {
  const rows = await tx
    .selectFrom(
      sql<Colleague>`(
    select u.id, trim(u.given_name || ' ' || u.family_name) as name, a.name as agency,
      access.in_line(u.id, access.user_id()) as "inLine"
    from access.user_account u join access.agency a on a.id = u.agency_id
    where u.id = any (${ids}::uuid[]) order by u.family_name, u.given_name)`.as('found'),
    )
    .selectAll()
    .execute()
  return rows
}
