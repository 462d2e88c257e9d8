import type { Writer } from '../../../../platform/db/door.ts'
import { missing, slugOf, type Missing, type Wish } from '../wish.ts'

/** The agency that is wished, the only one where none is named; made where it is named and not there. */
export async function agencyFor(
  tx: Writer,
  { agency, area }: Pick<Wish, 'agency' | 'area'>,
): Promise<string | Missing> {
  const there = await tx
    .selectFrom('access.agency')
    .select(['id', 'name'])
    .where('stopped_at', 'is', null)
    .orderBy('name')
    .execute()
  const [only, ...others] = there
  if (agency === null) {
    if (only === undefined) return missing('Give the agency of the person: --agency NAME')
    return others.length === 0
      ? only.id
      : missing(`Give the agency of the person: --agency NAME. There are: ${namesOf(there)}.`)
  }
  return there.find(({ name }) => name === agency)?.id ?? newAgency(tx, agency, area)
}

async function newAgency(tx: Writer, name: string, area: string | null): Promise<string | Missing> {
  const areaId = await areaFor(tx, area)
  if (typeof areaId !== 'string') return areaId
  const { id } = await tx
    .insertInto('access.agency')
    .values({ area_id: areaId, name, kind: 'police' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function areaFor(tx: Writer, area: string | null): Promise<string | Missing> {
  const there = await tx
    .selectFrom('access.force_area')
    .select(['id', 'name'])
    .orderBy('name')
    .execute()
  const [only, ...others] = there
  if (area === null) {
    if (only !== undefined && others.length === 0) return only.id
    return missing(
      only === undefined
        ? 'Give the police force’s area: --area NAME'
        : `Give the police force’s area: --area NAME. There are: ${namesOf(there)}.`,
    )
  }
  return there.find(({ name }) => name === area)?.id ?? newArea(tx, area)
}

async function newArea(tx: Writer, name: string): Promise<string | Missing> {
  const slug = slugOf(name)
  if (slug === '') return missing('The name of the area needs letters: --area NAME')
  const { id } = await tx
    .insertInto('access.force_area')
    .values({ slug, name })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const namesOf = (there: readonly { name: string }[]): string =>
  there.map(({ name }) => name).join(', ')
