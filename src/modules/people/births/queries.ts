import type { Writer } from '../../../platform/db/door.ts'
import type { BirthForm } from './form.ts'

/** False when it was changed since that version, or is not theirs to change. */
export async function changeBirth(
  tx: Writer,
  { id, version }: { id: string; version: number },
  { born, bornSource, sex }: BirthForm,
): Promise<boolean> {
  const isKnown = born.precision !== 'unknown'
  const changed = await tx
    .updateTable('people.person')
    .set({
      birth_on: isKnown ? born.on : null,
      birth_precision: born.precision,
      birth_source: isKnown ? bornSource : null,
      sex,
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}
