import type { Reader } from '../../../../platform/db/door.ts'
import { searchKey } from '../../../../methods/names/search-key.ts'
import { personsSought, type KnownAs } from '../../../people/index.ts'
import type { RoleOnCase } from '../queries.ts'
import { rolesOf } from '../queries.ts'
import type { Standing } from '../apart.ts'

/** Somebody on record, with the roles on cases that the reader may see. */
export interface OnRecord extends KnownAs, Standing {
  onCases: readonly RoleOnCase[]
}

/** Most that are offered; of so many with one name the birth tells them apart. */
const most = 20

/** Those on record with the same names that whoever asks may see. Nobody where too little is written. */
export async function sameNames(tx: Reader, body: unknown): Promise<OnRecord[]> {
  const { given, family } = (body ?? {}) as Record<string, unknown>
  const keyOf = (text: unknown): string => (typeof text === 'string' ? searchKey(text) : '')
  const pair = [keyOf(given), keyOf(family)] as const
  if (pair.every(key => key === '')) return []
  const name = { whole: true, one: null, pairs: [pair, pair.toReversed() as [string, string]] }
  return withRoles(tx, await personsSought(tx, { name, postcode: null, most }))
}

/** People with their roles on the cases that whoever asks may see. */
export async function withRoles(tx: Reader, people: readonly KnownAs[]): Promise<OnRecord[]> {
  const roles = Map.groupBy(
    await rolesOf(
      tx,
      people.map(({ id }) => id),
    ),
    ({ personId }) => personId,
  )
  return people.map(one => {
    const onCases = roles.get(one.id) ?? []
    return { ...one, personId: one.id, onCases, roles: onCases.map(({ role }) => role) }
  })
}
