/**
 * The same rows without row security: the predicate of the policies written into each statement by hand,
 * with what somebody reaches as parameters. What a careful program would do that trusts itself: a block
 * from a person stands in the deny list of each of the person's cases, so cases need no more.
 */
import type { Asker, Reach } from './askers.ts'
import type { Statement } from './ours.ts'

const reached = (readers: number, name = 'c') =>
  `${name}.acl && $${readers}::integer[] and not ${name}.deny && $${readers + 1}::integer[]`

const listed = `select c.id, c.reference, c.type, c.summary, c.sensitivity, t.name as team,
  c.opened_on as "openedOn", c.closed_on as "closedOn"
  from casework.case c join access.team t on t.id = c.team_id where`

const newest = 'order by c.opened_on desc, c.reference desc limit 51'

export const listOfCasesByHand = ({ readers, self }: Reach): Statement[] => [
  {
    name: 'list',
    text: `${listed} c.closed_on is null and ${reached(1)} ${newest}`,
    values: [readers, self],
  },
]

export const casesByNameByHand = (
  { readers, self }: Reach,
  key: string,
  whole: boolean,
): Statement[] => [
  {
    name: whole ? 'exact' : 'prefix',
    text: `${listed} ${reached(1)} and c.id = any (array(
      select cp.case_id from people.name n join casework.case_person cp on cp.person_id = n.person_id
      where ${whole ? isKey : beginsWithKey})) ${newest}`,
    values: [readers, self, key, ...(whole ? [] : [`${key}\u{10FFFF}`])],
  },
]

const isKey = 'n.family_key = $3 or n.given_key = $3'
const beginsWithKey =
  'n.family_key >= $3 and n.family_key < $4 or n.given_key >= $3 and n.given_key < $4'

export const pageOfCaseByHand = (
  { readers, self, writers }: Reach,
  { id, reference, isChangeable }: Asker['cases'][number],
): Statement[] => [
  { name: 'case', text: caseText, values: [readers, self, writers, reference] },
  { name: 'people', text: peopleText, values: [readers, self, id] },
  { name: 'reach', text: reachText, values: [readers, self, id, isChangeable] },
]

const caseText = `
  select c.id, c.reference, c.type, c.summary, c.sensitivity, c.opened_on as "openedOn", c.closed_on as "closedOn",
    c.version, c.team_id as "teamId", t.name as team, a.name as agency, u.given_name || ' ' || u.family_name as owner,
    case when t.principal = any (c.acl) and t.principal = any ($1::integer[]) then 'team'
      when c.acl && $2::integer[] then 'named'
      when exists (select from access.lease l where l.principal = any (c.acl) and l.principal = any ($1::integer[]) and l.kind = 'share') then 'share'
      when exists (select from access.force_area f where f.force_wide = any (c.acl) and f.force_wide = any ($1::integer[])) then 'force-wide'
      else 'break-glass' end as "allowedBy",
    c.acl && $3::integer[] as changeable, c.owner_id as "ownerId",
    (select s.value from platform.setting s where s.name = 'purpose-lasts') as "purposeLasts"
  from casework.case c
  join access.team t on t.id = c.team_id
  join access.agency a on a.id = t.agency_id
  left join access.user_account u on u.id = c.owner_id
  where c.reference = $4 and ${reached(1)}`

const peopleText = `
  select cp.id, cp.person_id as "personId", cp.role, n.given, n.family, p.birth_on as "birthOn",
    p.birth_precision as "birthPrecision", p.sex, cp.from_on as "fromOn", cp.until_on as "untilOn", cp.source,
    exists (select from casework.case_person o join casework.case oc on oc.id = o.case_id
      where o.person_id = cp.person_id and o.role = 'child at risk' and ${reached(1, 'oc')}) as "childElsewhere"
  from casework.case c
  join casework.case_person cp on cp.case_id = c.id
  join people.person p on p.id = cp.person_id and not p.deny && $2::integer[]
  join people.name n on n.person_id = p.id and n.position = 1
  where c.id = $3 and ${reached(1)}
  order by n.family, n.given, cp.person_id, cp.role`

const reachText = `
  with seen as (select c.id from casework.case c where c.id = $3 and ${reached(1)}), r as (
    select 'named' as "is", n.user_id as id, n.user_id as "userId", n.named_by as "byId", null::uuid as "agencyId", null::uuid as "personId",
      n.named_at as since, null::timestamptz as until, null::timestamptz as "endedAt", null::text as about
    from seen join casework.named_person n on n.case_id = seen.id where n.ended_at is null
    union all (
      select 'share', s.id, l.holder_user, s.shared_by, l.holder_agency, null, s.shared_at, l.until_at,
        coalesce(l.ended_at, case when l.until_at <= clock_timestamp() then l.until_at end), s.legal_basis
      from seen join casework.share s on s.case_id = seen.id join access.lease l on l.id = s.lease_id
      order by coalesce(l.ended_at, l.until_at) desc limit 40)
    union all (
      select 'glass', g.id, g.user_id, g.user_id, null, null, g.broken_at, l.until_at, null, g.category
      from seen join casework.glass g on g.case_id = seen.id
      left join access.lease l on l.id = g.lease_id and l.ended_at is null and l.until_at > clock_timestamp() and l.principal = any ($1::integer[])
      order by g.broken_at desc limit 10)
    union all
    select 'block', b.id, b.user_id, b.blocked_by, null, b.person_id, b.blocked_at, null, null, null
    from seen join casework.block b on b.case_id = seen.id and b.ended_at is null where $4::boolean
    union all
    select 'block', b.id, b.user_id, b.blocked_by, null, b.person_id, b.blocked_at, null, null,
      (select concat_ws(' ', nullif(n.given, ''), nullif(n.family, '')) from people.name n where n.person_id = b.person_id and n.position = 1)
    from casework.block b
    where $4::boolean and b.ended_at is null and b.person_id = any (array(
      select cp.person_id from seen join casework.case_person cp on cp.case_id = seen.id))
    union all
    select 'seal', q.id, q.asked_by, q.asked_by, null, null, q.asked_at, null, null, q.wanted
    from seen join casework.seal_request q on $4::boolean and q.case_id = seen.id and q.decided_at is null)
  select r."is", r.id, r."userId", r."agencyId", r."personId", r.since, r.until, r."endedAt", r.about,
    coalesce(u.given_name || ' ' || u.family_name, '') as who, coalesce(a.name, '') as agency,
    coalesce(b.given_name || ' ' || b.family_name, '') as "by"
  from r
  left join access.user_account u on u.id = r."userId"
  left join access.agency a on a.id = coalesce(r."agencyId", u.agency_id)
  left join access.user_account b on b.id = r."byId"
  order by r.since desc, r.id`
