import type { Reader, Writer } from '../../../platform/db/door.ts'
import { lockPerson, rowVersion, type SeenRow } from '../versions/queries.ts'
import type { IdentifierForm } from './form.ts'

/** A number on a person's record. */
export interface Identifier extends IdentifierForm {
  id: string
  version: number
}

/** The numbers under which others know somebody. */
export async function identifiersOf(tx: Reader, personId: string): Promise<Identifier[]> {
  const found = await tx
    .selectFrom('people.identifier as i')
    .where('i.person_id', '=', personId)
    .select(['i.id', 'i.kind', 'i.value', 'i.source', rowVersion('i').as('version')])
    .orderBy('i.kind')
    .orderBy('i.value')
    .orderBy('i.id')
    .execute()
  return found.map(row => ({ ...row, kind: row.kind as IdentifierForm['kind'] }))
}

/** False where whoever acts may not change this person. */
export async function addIdentifier(
  tx: Writer,
  personId: string,
  identifier: IdentifierForm,
): Promise<boolean> {
  if (!(await lockPerson(tx, personId))) return false
  await tx
    .insertInto('people.identifier')
    .values({ ...identifier, person_id: personId })
    .execute()
  return true
}

/** False when it was changed since that version, or is not theirs to change. */
export async function changeIdentifier(
  tx: Writer,
  seen: SeenRow,
  identifier: IdentifierForm,
): Promise<boolean> {
  const changed = await tx
    .updateTable('people.identifier')
    .set(identifier)
    .where('id', '=', seen.id)
    .where('person_id', '=', seen.personId)
    .where(rowVersion('people.identifier'), '=', seen.version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}
