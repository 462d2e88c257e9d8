import type { Reader, Writer } from '../../../platform/db/door.ts'
import { lockPerson, rowVersion, type SeenRow } from '../versions/queries.ts'
import type { AddressForm } from './form.ts'

/** An address on a person's record. */
export interface Address {
  id: string
  version: number
  lines: string
  /** In capitals, without space. */
  postcode: string | null
  fromOn: string | null
  untilOn: string | null
  source: string
}

/** Where somebody lives and lived, the latest first. */
export const addressesOf = (tx: Reader, personId: string): Promise<Address[]> =>
  tx
    .selectFrom('people.address as a')
    .where('a.person_id', '=', personId)
    .select(['a.id', 'a.lines', 'a.postcode', 'a.source', rowVersion('a').as('version')])
    .select(['a.from_on as fromOn', 'a.until_on as untilOn'])
    .orderBy('a.until_on', o => o.desc().nullsFirst())
    .orderBy('a.from_on', o => o.desc().nullsLast())
    .orderBy('a.id')
    .execute()

/** False where whoever acts may not change this person. */
export async function addAddress(
  tx: Writer,
  personId: string,
  address: AddressForm,
): Promise<boolean> {
  if (!(await lockPerson(tx, personId))) return false
  await tx
    .insertInto('people.address')
    .values({ ...columnsOf(address), person_id: personId })
    .execute()
  return true
}

/** False when it was changed since that version, or is not theirs to change. */
export async function changeAddress(
  tx: Writer,
  seen: SeenRow,
  address: AddressForm,
): Promise<boolean> {
  const changed = await tx
    .updateTable('people.address')
    .set(columnsOf(address))
    .where('id', '=', seen.id)
    .where('person_id', '=', seen.personId)
    .where(rowVersion('people.address'), '=', seen.version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

const columnsOf = ({ lines, postcode, from, until, source }: AddressForm) => ({
  ...{ lines, postcode, source },
  from_on: from,
  until_on: until,
})
