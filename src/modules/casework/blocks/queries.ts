import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/db/door.ts'

export interface NewBlock {
  userId: string
  /** Of the case, or of a person and so of each case of that person: one of both is null. */
  caseId: string | null
  personId: string | null
  why: string
}

/** Keeps somebody from a case, or from a person and all cases of that person, from now on. */
export async function addBlock(
  tx: Writer,
  { userId, caseId, personId, why }: NewBlock,
): Promise<void> {
  await tx
    .insertInto('casework.block')
    .values({ user_id: userId, case_id: caseId, person_id: personId, why })
    .execute()
}

/** A block as those who may change the case see it. */
export interface Block {
  id: string
  userId: string
  who: string
  /** Name of the person from whom somebody is blocked; null where it is the case. */
  from: string | null
  isOver: boolean
}

/** The block of this case, or of a person on it, with this id, over or not; null when there is none. */
export async function blockOn(tx: Reader, caseId: string, blockId: string): Promise<Block | null> {
  const found = await tx
    .selectFrom('casework.block as b')
    .innerJoin('access.user_account as u', 'u.id', 'b.user_id')
    .leftJoin('people.known_as as p', 'p.person_id', 'b.person_id')
    .where(sql<boolean>`b.id::text = ${blockId}`)
    .where(
      sql<boolean>`(b.case_id = ${caseId} or b.person_id in (
        select cp.person_id from casework.case_person cp where cp.case_id = ${caseId}))`,
    )
    .select([
      'b.id',
      'b.user_id as userId',
      sql<string>`u.given_name || ' ' || u.family_name`.as('who'),
      sql<string | null>`nullif(concat_ws(' ', nullif(p.given, ''), nullif(p.family, '')), '')`.as(
        'from',
      ),
      sql<boolean>`b.ended_at is not null`.as('isOver'),
    ])
    .executeTakeFirst()
  return found ?? null
}

/** Ends a block that has not ended before; nothing happens to one that is not theirs to end. */
export async function endBlock(tx: Writer, blockId: string): Promise<void> {
  await tx
    .updateTable('casework.block')
    .set({ ended_at: sql`clock_timestamp()` })
    .where('id', '=', blockId)
    .where('ended_at', 'is', null)
    .execute()
}
