import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/door.ts'
import { isUuid } from '../../../methods/references/uuid.ts'
import type { LiveToken, Program } from './program.ts'

const programRows = (tx: Reader) =>
  tx
    .selectFrom('access.user_account as u')
    .innerJoin('access.agency as g', 'g.id', 'u.agency_id')
    .where('u.kind', '=', 'program')
    .select([
      'u.id',
      'u.given_name as name',
      'g.name as agency',
      sql<boolean>`u.disabled_at is not null`.as('closed'),
      sql<string[]>`array(
        select t.name from access.posting p join access.team t on t.id = p.team_id
        where p.user_id = u.id and p.from_at <= now() and (p.until_at is null or p.until_at > now())
        order by t.name)`.as('teams'),
    ])

/** The programs of the own area, by agency and name. */
export const programs = (tx: Reader): Promise<Program[]> =>
  programRows(tx).orderBy('g.name').orderBy('u.given_name').orderBy('u.id').execute()

export async function programOf(tx: Reader, id: string): Promise<Program | null> {
  if (!isUuid(id)) return null
  return (await programRows(tx).where('u.id', '=', id).executeTakeFirst()) ?? null
}

/** The tokens that are live now, the newest first. */
export const liveTokens = (tx: Reader): Promise<LiveToken[]> =>
  tx
    .selectFrom(sql<TokenRow>`access.program_tokens()`.as('t'))
    .select([
      't.id',
      't.user_id as programId',
      't.began_at as madeAt',
      't.seen_at as usedAt',
      't.ends_at as endsAt',
    ])
    .execute()

interface TokenRow {
  id: string
  user_id: string
  began_at: string
  seen_at: string
  ends_at: string
}
