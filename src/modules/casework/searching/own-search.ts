import type { NameReadings } from '../../../methods/names/readings.ts'

/** What somebody searched for, as it was searched. */
export interface Search {
  name: NameReadings | null
  /** Whether names had to be exactly so, or only to begin so. */
  whole: boolean
  postcode: string | null
}

/** The own family name, as it is searched, and where one lives. */
export interface Own {
  familyKey: string
  postcode: string | null
}

/** So many letters of a beginning are as good as the name. */
const tellingLetters = 4

/**
 * Codes for the audit entry of a search: whether it was for the searcher's own family name or address.
 * Compared at the moment of the search, so that the log keeps a code and neither name nor address.
 */
export function codesOfSearch({ name, whole, postcode }: Search, own: Own): string[] {
  const keys = name === null ? [] : [...name.words, name.one, ...name.pairs.flat()]
  const isOwn = (key: string): boolean =>
    own.familyKey !== '' &&
    (key === own.familyKey ||
      (!whole && key.length >= tellingLetters && own.familyKey.startsWith(key)))
  return [
    ...(keys.some(isOwn) ? ['own-surname'] : []),
    ...(postcode !== null && postcode === own.postcode ? ['own-address'] : []),
  ]
}
