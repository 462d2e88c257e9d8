import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/db/door.ts'

/** Whoever is or was named on a case. */
export interface NamedPerson {
  id: string
  who: string
  isOver: boolean
}

/** Whether this user is named on the case, or was; null when never. */
export async function namedOn(
  tx: Reader,
  caseId: string,
  userId: string,
): Promise<NamedPerson | null> {
  const found = await tx
    .selectFrom('casework.named_person as n')
    .innerJoin('access.user_account as u', 'u.id', 'n.user_id')
    .where('n.case_id', '=', caseId)
    .where(sql<boolean>`n.user_id::text = ${userId}`)
    .select([
      'u.id',
      sql<string>`u.given_name || ' ' || u.family_name`.as('who'),
      sql<boolean>`n.ended_at is not null`.as('isOver'),
    ])
    .orderBy('n.named_at', 'desc')
    .executeTakeFirst()
  return found ?? null
}

/** Both who is named and whose case it is are looked at again when nobody else can change them. */
export type Named = 'done' | 'absent' | 'named already'

export async function namePerson(tx: Writer, caseId: string, userId: string): Promise<Named> {
  if (!(await lockCase(tx, caseId))) return 'absent'
  const before = await tx
    .selectFrom('casework.named_person')
    .select('user_id')
    .where('case_id', '=', caseId)
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (before !== undefined) return 'named already'
  await tx
    .insertInto('casework.named_person')
    .values({ case_id: caseId, user_id: userId })
    .execute()
  return 'done'
}

/**
 * From now on nothing lets this person in by name; false when the case is not theirs to change. Of two
 * who take each other's name away at once, the second finds that the case is not theirs any more.
 */
export async function unnamePerson(tx: Writer, caseId: string, userId: string): Promise<boolean> {
  if (!(await lockCase(tx, caseId))) return false
  await tx
    .updateTable('casework.named_person')
    .set({ ended_at: sql`clock_timestamp()` })
    .where('case_id', '=', caseId)
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .execute()
  return true
}

/** Whoever waited for somebody else's change sees what it left: no row, where it shut them out. */
async function lockCase(tx: Writer, id: string): Promise<boolean> {
  const locked = await tx
    .selectFrom('casework.case')
    .select('id')
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return locked !== undefined
}
