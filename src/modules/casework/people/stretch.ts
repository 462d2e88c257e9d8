import { dayInWords } from '../../../platform/web/words/dates.ts'

/**
 * From when until when something held, as far as it is known.
 * @example stretchInWords('2026-03-01', null) // 'since 1 March 2026'
 */
export function stretchInWords(from: string | null, until: string | null): string {
  if (from === null) return until === null ? 'not known' : `until ${dayInWords(until)}`
  const first = dayInWords(from)
  return until === null ? `since ${first}` : `${first} to ${dayInWords(until)}`
}
