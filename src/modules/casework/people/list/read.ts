import type { FastifyRequest } from 'fastify'
import { searchKey } from '../../../../methods/names/search-key.ts'
import type { Reader } from '../../../../platform/db/door.ts'
import { personsSought } from '../../../people/index.ts'
import { withRoles, type OnRecord } from '../adding/read.ts'
import { factsOfSearch, type Words } from '../../searching/read.ts'
import type { PeopleForm } from './form.ts'

/** People on one page; whoever wants others writes more of the name. */
export const mostListed = 50

/** At most two words of a name, as they are searched. */
const keysOf = (name: string): string[] =>
  name.split(/\s+/).map(searchKey).filter(Boolean).slice(0, 2)

/** One more than a page holds where there are others; null where nothing was asked. */
export async function peopleAsked(
  tx: Reader,
  { name, exact, postcode }: PeopleForm,
): Promise<OnRecord[] | null> {
  const keys = keysOf(name)
  if (keys.length === 0 && postcode === null) return null
  const sought = keys.length === 0 ? null : { whole: exact === 'yes', keys }
  const found = await personsSought(tx, { name: sought, postcode, most: mostListed + 1 })
  return withRoles(tx, found)
}

/** What the audit entry of such a search says of it. */
export const factsOfAsked = (
  tx: Reader,
  request: FastifyRequest,
  { name, exact, postcode, words }: PeopleForm & { words: Words },
) => factsOfSearch(tx, request, { keys: keysOf(name), whole: exact === 'yes', postcode, words })
