import { sql, type Expression, type SqlBool } from 'kysely'
import type { Reader } from '../../../platform/db/door.ts'

/** Somebody of the partnership who may be let in to a case, or kept out. */
export interface Colleague {
  id: string
  name: string
  agency: string
}

/** Whose name or agency holds these words; 20 at most. None where nothing was asked. */
export async function colleaguesLike(tx: Reader, words: string): Promise<Colleague[]> {
  const sought = words.trim()
  if (sought === '') return []
  return colleagues(
    tx,
    sql`strpos(lower(u.given_name || ' ' || u.family_name || ', ' || a.name), lower(${sought})) > 0`,
  )
}

/** The colleague with this id; null when there is none whom a case could be opened to. */
export async function colleagueWith(tx: Reader, id: string): Promise<Colleague | null> {
  const [found] = await colleagues(tx, sql`u.id = ${id}`)
  return found ?? null
}

/** Only those with a posting that reaches cases at all: naming anybody else would let nobody in. */
const colleagues = (tx: Reader, fits: Expression<SqlBool>): Promise<Colleague[]> =>
  tx
    .selectFrom('access.user_account as u')
    .innerJoin('access.agency as a', 'a.id', 'u.agency_id')
    .where('u.kind', '=', 'person')
    .where('u.disabled_at', 'is', null)
    .where('a.stopped_at', 'is', null)
    .where(
      sql<boolean>`exists (select from access.posting p join access.role r on r.code = p.role
        where p.user_id = u.id and (r.team_cases or r.agency_shares)
          and p.from_at <= now() and (p.until_at is null or p.until_at > now()))`,
    )
    .where(fits)
    .select([
      'u.id',
      sql<string>`u.given_name || ' ' || u.family_name`.as('name'),
      'a.name as agency',
    ])
    .orderBy('u.family_name')
    .orderBy('u.given_name')
    .orderBy('u.id')
    .limit(20)
    .execute()
