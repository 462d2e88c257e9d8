import type { FastifyRequest } from 'fastify'
import { searchKey } from '../../../methods/names/search-key.ts'
import type { EntryFacts } from '../../../platform/audit/entry.ts'
import type { SoughtWords } from '../../../platform/audit/words/sought-words.ts'
import type { Reader } from '../../../platform/db/door.ts'
import { codesOfSearch, type Search } from './own-search.ts'
import { ownPostcode } from './queries.ts'

/** What seals the words of a search for the log; null where the program keeps no log's words. */
export type Words = Pick<SoughtWords, 'seal'> | null

/**
 * What the audit entry of a search says beside what was found: the words, encrypted, and whether the
 * search was for the searcher's own name or address.
 */
export async function factsOfSearch(
  tx: Reader,
  { person, id }: FastifyRequest,
  { words, keys = [], whole = false, postcode = null }: Partial<Search> & { words: Words },
): Promise<Pick<EntryFacts, 'codes' | 'sought'>> {
  const said = [...keys, postcode ?? ''].filter(Boolean).join(' ')
  if (person === null || said === '') return {}
  const own = {
    familyKey: searchKey(person.familyName),
    postcode: postcode === null ? null : await ownPostcode(tx, person.userId),
  }
  const sought = words?.seal({ area: person.areaId, request: id }, said)
  return {
    codes: codesOfSearch({ keys, whole, postcode }, own),
    ...(sought === undefined ? {} : { sought }),
  }
}
