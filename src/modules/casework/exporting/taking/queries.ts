import { sql } from 'kysely'
import type { Writer } from '../../../../platform/db/door.ts'
import type { CasePerson } from '../../cases/case.ts'
import type { Taking } from '../export.ts'

/**
 * Whether whoever acts may take this file now, how many cases they may still take out in these 24 hours,
 * and what time it is. Another file of theirs waits until this transaction ends.
 */
export async function mayTake(
  tx: Writer,
  id: string,
): Promise<{ outcome: Taking; left: number; now: string }> {
  const { rows } = await sql<{ outcome: Taking; left: number; now: string }>`
    select outcome, cases_left as "left", clock_timestamp() as now
    from casework.may_take_export(${id})`.execute(tx)
  return rows[0] ?? { outcome: 'absent', left: 0, now: '' }
}

/** Keeps that whoever acts takes these cases out now, after each was looked at again. */
export async function takeExport(
  tx: Writer,
  id: string,
  { cases, digest }: { cases: readonly string[]; digest: Buffer },
): Promise<Taking | 'done'> {
  const { rows } = await sql<{ outcome: Taking | 'done' }>`
    select casework.take_export(${id}, ${cases}::uuid[], ${digest}) as outcome`.execute(tx)
  return rows[0]?.outcome ?? 'absent'
}

/** The people on each of these cases, each role a row, with the id of the case. */
export async function peopleOnAll(
  tx: Writer,
  cases: readonly string[],
): Promise<(CasePerson & { caseId: string })[]> {
  const { rows } = await sql<CasePerson & { caseId: string }>`
    select c.id as "caseId", p.id, p.person_id as "personId", p.role, p.given, p.family, p.birth_on as "birthOn",
      p.birth_precision as "birthPrecision", p.sex, p.from_on as "fromOn", p.until_on as "untilOn", p.source,
      p.child_elsewhere as "childElsewhere"
    from unnest(${cases}::uuid[]) as c (id) cross join lateral casework.people_on(c.id) p`.execute(
    tx,
  )
  return rows
}
