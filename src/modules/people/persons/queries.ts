import { randomUUID } from 'node:crypto'
import type { Writer } from '../../../platform/db/door.ts'
import { searchKey } from '../../../methods/names/search-key.ts'
import type { Birth, NameKind, Sex } from './person.ts'

export interface NewPerson {
  name: { kind: NameKind; given: string; family: string; source: string }
  birth: Birth
  sex: Sex
}

/** Records somebody who is not on record yet, and answers the id. Add to a case in the same transaction. */
export async function addPerson(tx: Writer, { name, birth, sex }: NewPerson): Promise<string> {
  const id = randomUUID()
  const known = birth.precision === 'unknown' ? null : birth
  await tx
    .insertInto('people.person')
    .values({
      id,
      sex,
      birth_on: known?.on ?? null,
      birth_precision: birth.precision,
      birth_source: known?.source ?? null,
    })
    .execute()
  await tx
    .insertInto('people.name')
    .values({
      ...name,
      person_id: id,
      position: 1,
      given_key: searchKey(name.given),
      family_key: searchKey(name.family),
    })
    .execute()
  return id
}
