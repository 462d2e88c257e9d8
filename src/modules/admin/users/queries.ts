import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/door.ts'
import { isUuid } from '../../../methods/references/uuid.ts'
import type { LiveSession, Posting, User } from './user.ts'

interface AccountRow {
  id: string
  given_name: string
  family_name: string
  agency_id: string
  agency: string
  email: string | null
  role_codes: string[]
  roles: string[]
  closed: boolean
  stopped: boolean
  invited_at: string | null
  invited_until: string | null
  invited_by_two: boolean | null
}

const holds = sql<boolean>`(p.from_at <= now() and (p.until_at is null or p.until_at > now()))`

/** The accounts of people, each with what lists tell of it. */
export const accounts = sql<AccountRow>`(
  select u.id, u.given_name, u.family_name, u.agency_id, g.name as agency, c.email,
    posted.role_codes, posted.roles, u.disabled_at is not null as closed,
    g.stopped_at is not null as stopped, i.made_at as invited_at, i.ends_at as invited_until, i.agreed as invited_by_two
  from access.user_account u
  join access.agency g on g.id = u.agency_id
  left join access.user_contact c on c.user_id = u.id
  left join access.waiting_invitations() i on i.user_id = u.id
  cross join lateral (
    select coalesce(array_agg(distinct p.role), '{}') as role_codes,
      coalesce(array_agg(distinct r.name), '{}') as roles
    from access.posting p join access.role r on r.code = p.role
    where p.user_id = u.id and ${holds}) posted
  where u.kind = 'person')`

/** The columns of a `User`, of `accounts` as `u`. */
export const userColumns = [
  'u.id',
  sql<string>`trim(u.given_name || ' ' || u.family_name)`.as('name'),
  'u.agency_id as agencyId',
  'u.agency',
  'u.email',
  'u.roles',
  'u.closed',
  'u.stopped',
  'u.invited_at as invitedAt',
  'u.invited_until as invitedUntil',
  'u.invited_by_two as invitedByTwo',
] as const

/** The account of one person of the own area; null where there is none. */
export async function userOf(tx: Reader, id: string): Promise<User | null> {
  if (!isUuid(id)) return null
  const found = await tx
    .selectFrom(accounts.as('u'))
    .select(userColumns)
    .where('u.id', '=', id)
    .executeTakeFirst()
  return found ?? null
}

/** Every posting of somebody, the newest first. */
export const postingsOf = (tx: Reader, userId: string): Promise<Posting[]> =>
  tx
    .selectFrom('access.posting as p')
    .innerJoin('access.role as r', 'r.code', 'p.role')
    .innerJoin('access.team as t', 't.id', 'p.team_id')
    .innerJoin('access.agency as g', 'g.id', 't.agency_id')
    .leftJoin('access.user_account as b', 'b.id', 'p.posted_by')
    .leftJoin('access.user_account as d', 'd.id', 'p.agreed_by')
    .select([
      'p.id',
      'r.name as role',
      't.name as team',
      'g.name as agency',
      'p.force_wide as forceWide',
      'p.from_at as from',
      'p.until_at as until',
      holds.as('holds'),
      sql<string | null>`trim(b.given_name || ' ' || b.family_name)`.as('postedBy'),
      sql<string | null>`trim(d.given_name || ' ' || d.family_name)`.as('agreedBy'),
    ])
    .where('p.user_id', '=', userId)
    .orderBy('p.from_at', 'desc')
    .orderBy('p.id')
    .execute()

/** Where somebody is signed in now. */
export const sessionsOf = (tx: Reader, userId: string): Promise<LiveSession[]> =>
  tx
    .selectFrom(sql<SessionRow>`access.sessions_of(${userId})`.as('s'))
    .select(['s.means', 's.began_at as beganAt', 's.seen_at as seenAt'])
    .execute()

interface SessionRow {
  means: string
  began_at: string
  seen_at: string
}
