import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { searchKey } from '../../../methods/names/search-key.ts'
import type { Reader, Writer } from '../../../platform/db/door.ts'
import type { Birth, BirthPrecision, NameKind, Sex } from './person.ts'
import type { KnownAs, PersonRow } from './record.ts'

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

/** The person with this id, to whoever may see them; null for all others, and where there is none. */
export async function personOf(tx: Reader, id: string): Promise<PersonRow | null> {
  const found = await tx
    .selectFrom('people.person')
    .where('id', '=', id)
    .select(['id', 'sex', 'version', 'birth_source as birthSource'])
    .select(['birth_on as birthOn', 'birth_precision as birthPrecision'])
    .executeTakeFirst()
  return found === undefined ? null : { ...found, ...codesOf(found) }
}

/** By what persons are looked for; what is null is not asked. */
export interface PersonsSought {
  /** Keys of a given or a family name, or of the two together: any of these. */
  name: {
    whole: boolean
    one: string | null
    pairs: readonly (readonly [given: string, family: string])[]
  } | null
  postcode: string | null
  most: number
}

/** Persons that whoever asks may see, by family name. `=` and `^@` alone, which row security lets use an index. */
export async function personsSought(tx: Reader, sought: PersonsSought): Promise<KnownAs[]> {
  const { name, postcode, most } = sought
  const found = await tx
    .selectFrom('people.known_as as p')
    .$if(name !== null, q => q.where('p.person_id', 'in', withName(name)))
    .$if(postcode !== null, q =>
      q.where(
        'p.person_id',
        'in',
        sql<string>`(select a.person_id from people.address a where a.postcode = ${postcode})`,
      ),
    )
    .select(['p.person_id as id', 'p.given', 'p.family', 'p.sex'])
    .select(['p.birth_on as birthOn', 'p.birth_precision as birthPrecision'])
    .select(
      sql<string[]>`array(select trim(n.given || ' ' || n.family) from people.name n
        where n.person_id = p.person_id and n.position > 1 order by n.position)`.as('otherNames'),
    )
    .orderBy('p.family')
    .orderBy('p.given')
    .orderBy('p.person_id')
    .limit(most)
    .execute()
  return found.map(row => ({ ...row, ...codesOf(row) }) as KnownAs)
}

const withName = (name: PersonsSought['name']) => {
  const { whole, one, pairs } = name ?? { whole: true, one: null, pairs: [] }
  const is = whole ? sql`=` : sql`^@`
  const matches = [
    ...(one === null ? [] : [sql`n.family_key ${is} ${one} or n.given_key ${is} ${one}`]),
    ...pairs.map(
      ([given, family]) => sql`n.family_key ${is} ${family} and n.given_key ${is} ${given}`,
    ),
  ]
  return sql<string>`(select n.person_id from people.name n where ${sql.join(matches, sql` or `)})`
}

const codesOf = (row: { birthPrecision: string | null; sex: string | null }) => ({
  birthPrecision: row.birthPrecision as BirthPrecision,
  sex: row.sex as Sex,
})
