import type { FastifyRequest } from 'fastify'
import { searchKey } from '../../../methods/names/search-key.ts'
import type { EntryFacts } from '../../../platform/audit/entry.ts'
import type { SoughtWords } from '../../../platform/audit/words/sought-words.ts'
import type { Reader } from '../../../platform/db/door.ts'
import type { Session } from '../../../platform/sessions/session.ts'
import { codesOfSearch, type Own, type Search } from './own-search.ts'
import { ownPostcode } from './queries.ts'

/** What seals the words of a search for the log; null where the program keeps no log's words. */
export type Words = Pick<SoughtWords, 'seal'> | null

/**
 * What the audit entry of a search says beside what was found: the words, encrypted, and whether the
 * search was for the searcher's own name or address.
 */
export async function factsOfSearch(
  tx: Reader,
  request: FastifyRequest,
  { words, ...asked }: Partial<Search> & { words: Words },
): Promise<Pick<EntryFacts, 'codes' | 'sought'>> {
  const search: Search = { name: null, whole: false, postcode: null, ...asked }
  const said = [...(search.name?.words ?? []), search.postcode ?? ''].filter(Boolean).join(' ')
  const { person, id } = request
  if (person === null || said === '') return {}
  const codes = codesOfSearch(search, await ownOf(tx, person, search))
  const sought = words?.seal({ area: person.areaId, request: id }, said)
  return { codes, ...(sought === undefined ? {} : { sought }) }
}

const ownOf = async (tx: Reader, person: Session, { postcode }: Search): Promise<Own> => ({
  familyKey: searchKey(person.familyName),
  postcode: postcode === null ? null : await ownPostcode(tx, person.userId),
})
