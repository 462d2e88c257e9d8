import { sql } from 'kysely'
import type { Reader, Writer } from '../../../../platform/db/door.ts'
import type { ExportForm } from './form.ts'

/** Names of those who could agree to what whoever acts asks: supervisors of the agency, outside the line. */
export async function secondPeople(tx: Reader, userId: string): Promise<string[]> {
  const found = await tx
    .selectFrom('access.user_account as u')
    .innerJoin('access.user_account as own', 'own.agency_id', 'u.agency_id')
    .where('own.id', '=', userId)
    .where('u.disabled_at', 'is', null)
    .where(
      sql<boolean>`exists (select from access.posting p where p.user_id = u.id and p.role = 'supervisor'
        and p.from_at <= now() and (p.until_at is null or p.until_at > now()))`,
    )
    .where(sql<boolean>`not access.in_line(u.id, own.id)`)
    .select(sql<string>`u.given_name || ' ' || u.family_name`.as('name'))
    .orderBy('name')
    .execute()
  return found.map(({ name }) => name)
}

/** Asks for a second person's word; the id of the request, or null for whoever may not ask so. */
export async function askExport(
  tx: Writer,
  form: ExportForm,
  counted: number,
): Promise<string | null> {
  const { name, exact, team, own, ...same } = form
  const asked = {
    ...same,
    counted,
    name,
    whole: exact === 'yes',
    team: team === '' ? null : team,
    own: own === 'yes',
  }
  const { rows } = await sql<{ made: string | null }>`
    select casework.ask_export(${JSON.stringify(asked)}::jsonb) as made`.execute(tx)
  return rows[0]?.made ?? null
}
