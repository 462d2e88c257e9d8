import { dayInWords } from '../../../platform/web/words/dates.ts'

/**
 * A moment of the log, where the partnership works: by 24 hours and to the second, as entries follow
 * one another quickly.
 * @example momentToTheSecond('2026-07-01T13:02:07.123Z') // '1 July 2026, 14:02:07'
 */
export function momentToTheSecond(at: string): string {
  const there = Temporal.Instant.from(at).toZonedDateTimeISO('Europe/London')
  const time = there.toPlainTime().toString({ smallestUnit: 'second' })
  return `${dayInWords(there.toPlainDate())}, ${time}`
}
