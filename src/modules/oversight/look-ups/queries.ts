import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/door.ts'
import type { PersonLook } from './many-lookers/rule.ts'
import type { RecordLook } from './nothing-led/rule.ts'
import type { OwnSearch } from './own-search/rule.ts'
import type { Refusal } from './refused-in-a-row/rule.ts'

/** Rows that one rule looks at, the newest; more than this is for the log itself. */
const most = 1000

const since = (days: number) => sql`now() - make_interval(days => ${days})`

export async function looksWithoutAWay(tx: Reader, days: number): Promise<RecordLook[]> {
  const rows = await tx
    .selectFrom(
      sql<RecordLook>`(
    select id, at, user_id as "userId", case_id as "caseId", person_id as "personId", ways
    from oversight.looks_without_a_way(${since(days)}, now(), ${most}))`.as('found'),
    )
    .selectAll()
    .execute()
  return rows
}

export async function searchesForOwn(tx: Reader, days: number): Promise<OwnSearch[]> {
  const rows = await tx
    .selectFrom(
      sql<OwnSearch>`(
    select id, at, user_id as "userId", codes, shown, worked_at as "workedAt"
    from oversight.own_searches(${since(days)}, now(), ${most}))`.as('found'),
    )
    .selectAll()
    .execute()
  return rows
}

export async function crowdedLooks(tx: Reader, days: number, least: number): Promise<PersonLook[]> {
  const rows = await tx
    .selectFrom(
      sql<PersonLook>`(
    select id, at, user_id as "userId", person_id as "personId"
    from oversight.crowds(${since(days)}, now(), ${least}, ${most}))`.as('found'),
    )
    .selectAll()
    .execute()
  return rows
}

/** Refusals of colleagues that name a thing which was asked for, and that nobody has answered for. */
export async function refusals(tx: Reader, days: number): Promise<Refusal[]> {
  const rows = await tx
    .selectFrom(
      sql<Refusal>`(
    select e.id, e.at, e.user_id as "userId", e.asked from audit.entry e
    where e.area_id = (select access.area_id()) and e.outcome = 'refused' and e.at >= ${since(days)}
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
