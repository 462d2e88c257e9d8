import type { FastifyRequest } from 'fastify'
import { readingsOf } from '../../../../methods/names/readings.ts'
import type { Reader } from '../../../../platform/db/door.ts'
import { personsSought } from '../../../people/index.ts'
import { withRoles, type OnRecord } from '../adding/read.ts'
import { factsOfSearch, type Words } from '../../searching/read.ts'
import type { PeopleForm } from './form.ts'

/** People on one page; whoever wants others writes more of the name. */
export const mostListed = 50

/** One more than a page holds where there are others; null where nothing was asked. */
export async function peopleAsked(
  tx: Reader,
  { name, exact, postcode }: PeopleForm,
): Promise<OnRecord[] | null> {
  const readings = readingsOf(name)
  if (readings === null && postcode === null) return null
  const sought = readings && { ...readings, whole: exact === 'yes' }
  const found = await personsSought(tx, { name: sought, postcode, most: mostListed + 1 })
  return withRoles(tx, found)
}

/** What the audit entry of such a search says of it. */
export const factsOfAsked = (
  tx: Reader,
  request: FastifyRequest,
  { name, exact, postcode, words }: PeopleForm & { words: Words },
) => factsOfSearch(tx, request, { name: readingsOf(name), whole: exact === 'yes', postcode, words })
