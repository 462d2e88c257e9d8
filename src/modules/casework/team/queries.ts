import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/db/door.ts'

/** A team of the partnership; `said` is how lists name it, once only. */
export interface Team {
  id: string
  said: string
}

/** Teams that can work a case: those in which somebody works now who may change cases. */
export const workingTeams = (tx: Reader): Promise<Team[]> =>
  tx
    .selectFrom('access.team as t')
    .innerJoin('access.agency as a', 'a.id', 't.agency_id')
    .where('a.stopped_at', 'is', null)
    .where(
      sql<boolean>`exists (select from access.posting p join access.role r on r.code = p.role
        where p.team_id = t.id and r.team_cases and r.changes_cases and not p.force_wide
          and p.from_at <= now() and (p.until_at is null or p.until_at > now()))`,
    )
    .select(['t.id', sql<string>`t.name || ', ' || a.name`.as('said')])
    .orderBy('a.name')
    .orderBy('t.name')
    .execute()

export type Assigned = 'done' | 'absent' | 'no such team' | 'changed meanwhile'

/** Gives a case to another team; nobody owns it until somebody there takes it. */
export async function assignTeam(
  tx: Writer,
  { id, teamId, version }: { id: string; teamId: string; version: number },
): Promise<Assigned> {
  const { rows } = await sql<{ outcome: Assigned }>`
    select casework.assign_team(${id}, ${teamId}, ${version}) as outcome`.execute(tx)
  return rows[0]?.outcome ?? 'absent'
}
