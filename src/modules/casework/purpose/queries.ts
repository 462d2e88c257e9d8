import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/db/door.ts'
import { ownWays, type Purpose, type PurposeAbout } from './purpose.ts'

/**
 * How many minutes an answer holds; 0 where nobody is asked. A column for statements that run anyway, so
 * that the page of a case waits for no other.
 */
export const purposeLasts = sql<number>`(
  select s.value from platform.setting s where s.name = 'purpose-lasts')`

/** What whoever acts last said that they need this for, while it holds; null where they are to be asked. */
export async function purposeGiven(
  tx: Reader,
  about: PurposeAbout,
  minutes: number,
): Promise<Purpose | null> {
  const { caseId, personId } = idsOf(about)
  const found = await tx
    .selectFrom('casework.purpose_given as p')
    .where('p.case_id', 'is not distinct from', caseId)
    .where('p.person_id', 'is not distinct from', personId)
    .where(sql<boolean>`p.given_at > now() - make_interval(mins => ${minutes})`)
    .select('p.purpose')
    .executeTakeFirst()
  return (found?.purpose ?? null) as Purpose | null
}

/** Keeps what whoever acts says; an answer of before makes room. */
export async function givePurpose(
  tx: Writer,
  about: PurposeAbout,
  purpose: Purpose,
): Promise<void> {
  const { caseId, personId } = idsOf(about)
  await tx
    .insertInto('casework.purpose_given')
    .values({ case_id: caseId, person_id: personId, purpose })
    .onConflict(on =>
      on
        .columns(['user_id', 'case_id', 'person_id'])
        .doUpdateSet({ purpose, given_at: sql`now()` }),
    )
    .execute()
}

const idsOf = (about: PurposeAbout) => ({
  caseId: about.is === 'case' ? about.id : null,
  personId: about.is === 'person' ? about.id : null,
})

/** How many minutes an answer holds, where one of these cases is outside the caseload; else 0. */
export async function lastsOutside(
  tx: Reader,
  caseIds: readonly string[],
  userId: string,
): Promise<number> {
  const found = await tx
    .selectFrom('platform.setting as s')
    .where('s.name', '=', 'purpose-lasts')
    .where('s.value', '>', 0)
    .where(
      sql<boolean>`exists (select from casework.case c
        where c.id = any (${caseIds}::uuid[]) and c.owner_id is distinct from ${userId}::uuid
          and casework.allowed_by(c.acl) <> all (${ownWays}::text[]))`,
    )
    .select('s.value')
    .executeTakeFirst()
  return found?.value ?? 0
}
