import { sql } from 'kysely'
import type { Writer } from '../../../platform/db/door.ts'

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

/** Ends a block; false when it is not theirs to end, or has ended before. */
export async function endBlock(tx: Writer, blockId: string): Promise<boolean> {
  const ended = await tx
    .updateTable('casework.block')
    .set({ ended_at: sql`clock_timestamp()` })
    .where('id', '=', blockId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return ended.numUpdatedRows === 1n
}
