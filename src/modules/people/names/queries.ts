import { sql } from 'kysely'
import { searchKey } from '../../../methods/names/search-key.ts'
import type { Reader, Writer } from '../../../platform/db/door.ts'
import type { NameKind } from '../persons/person.ts'
import { lockPerson, rowVersion, type SeenRow } from '../versions/queries.ts'
import { keepUsedFirst } from './first/queries.ts'
import type { NameForm } from './form.ts'

/** A name on a person's record. */
export interface PersonName {
  id: string
  version: number
  kind: NameKind
  given: string
  family: string
  fromOn: string | null
  untilOn: string | null
  source: string
}

/** The names of somebody, the one that is shown first before the others. */
export async function namesOf(tx: Reader, personId: string): Promise<PersonName[]> {
  const found = await tx
    .selectFrom('people.name as n')
    .where('n.person_id', '=', personId)
    .select(['n.id', 'n.kind', 'n.given', 'n.family', 'n.source'])
    .select(['n.from_on as fromOn', 'n.until_on as untilOn', rowVersion('n').as('version')])
    .orderBy('n.position')
    .execute()
  return found.map(row => ({ ...row, kind: row.kind as NameKind }))
}

/** False where whoever acts may not change this person. Shown first where the names before it ended. */
export async function addName(
  tx: Writer,
  personId: string,
  name: NameForm,
  today: string,
): Promise<boolean> {
  if (!(await lockPerson(tx, personId))) return false
  const next = sql<number>`(select coalesce(max(n.position), 0) + 1 from people.name n where n.person_id = ${personId})`
  await tx
    .insertInto('people.name')
    .values({ ...columnsOf(name), person_id: personId, position: next })
    .execute()
  await keepUsedFirst(tx, personId, { today, justEnded: null })
  return true
}

/**
 * False when it was changed since that version, or is not theirs to change. Where it ended, another that is
 * used is shown first.
 */
export async function changeName(
  tx: Writer,
  seen: SeenRow,
  name: NameForm,
  today: string,
): Promise<boolean> {
  if (!(await lockPerson(tx, seen.personId))) return false
  const before = (await namesOf(tx, seen.personId)).find(({ id }) => id === seen.id)
  const changed = await tx
    .updateTable('people.name')
    .set(columnsOf(name))
    .where('id', '=', seen.id)
    .where('person_id', '=', seen.personId)
    .where(rowVersion('people.name'), '=', seen.version)
    .executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) return false
  const justEnded = before?.untilOn === name.until ? null : seen.id
  await keepUsedFirst(tx, seen.personId, { today, justEnded })
  return true
}

const columnsOf = ({ kind, given, family, from, until, source }: NameForm) => ({
  ...{ kind, given, family, source },
  given_key: searchKey(given),
  family_key: searchKey(family),
  from_on: from,
  until_on: until,
})
