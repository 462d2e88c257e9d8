import { counted, listInWords } from '../../../../platform/web/words/numbers.ts'
import { inOrder, nanoseconds, spanOf, type Finding, type Look } from '../finding.ts'

/** Somebody searched; the program compared the words with their own name and address at that moment. */
export interface OwnSearch extends Look {
  codes: readonly string[]
  /** How many records it showed. */
  shown: number
  /** When the searcher next changed a case of somebody who was shown; null where no work followed. */
  workedAt: string | null
}

/** How soon work must follow to explain a search. */
const minutes = 60

/**
 * Searches for the own family name or the own address that no work followed. A case of somebody who
 * was found, changed within the hour, explains the search: names meet by chance.
 */
export const ownSearches = (searches: readonly OwnSearch[]): Finding[] =>
  [...Map.groupBy(searches.filter(isIdle), ({ userId }) => userId)].flatMap(([about, theirs]) => {
    const ordered = inOrder(theirs)
    if (ordered === null) return []
    return [{ rule: 'own-search', about, ...spanOf(ordered), facts: factsOf(ordered) }]
  })

const isIdle = ({ at, workedAt }: OwnSearch): boolean =>
  workedAt === null || nanoseconds(workedAt) > nanoseconds(at) + BigInt(minutes) * 60_000_000_000n

function factsOf(searches: readonly OwnSearch[]): string[] {
  const found = searches.filter(({ shown }) => shown > 0).length
  return [
    `${listInWords([...of(searches, 'own-surname', 'family name'), ...of(searches, 'own-address', 'address')])}.`,
    found === 0
      ? 'Nobody was found.'
      : `Somebody was found by ${found === searches.length ? 'each' : counted(found, 'search', 'searches')}; no case of theirs was changed within an hour.`,
  ]
}

function of(searches: readonly OwnSearch[], code: string, what: string): string[] {
  const n = searches.filter(({ codes }) => codes.includes(code)).length
  return n === 0 ? [] : [`${counted(n, 'search', 'searches')} for the own ${what}`]
}
