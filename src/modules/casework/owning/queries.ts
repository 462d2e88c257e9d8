import type { Writer } from '../../../platform/db/door.ts'

/** Makes a colleague the owner of a case. False when it was changed since this version, or is not theirs to change. */
export async function ownCase(
  tx: Writer,
  { id, version, ownerId }: { id: string; version: number; ownerId: string },
): Promise<boolean> {
  const changed = await tx
    .updateTable('casework.case')
    .set({ owner_id: ownerId, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}
