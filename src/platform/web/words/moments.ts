import { dayInWords } from './dates.ts'

const zone = 'Europe/London'

/**
 * A moment where the partnership works.
 * @example momentInWords('2026-07-01T13:02:00Z') // '2.02pm on 1 July 2026'
 */
export function momentInWords(at: string): string {
  const there = Temporal.Instant.from(at).toZonedDateTimeISO(zone)
  return `${timeInWords(at)} on ${dayInWords(there.toPlainDate())}`
}

/** The time of day as GOV.UK writes it: "2.02pm", "midday", "midnight". */
export function timeInWords(at: string): string {
  const { hour, minute } = Temporal.Instant.from(at).toZonedDateTimeISO(zone)
  if (minute === 0 && hour === 12) return 'midday'
  if (minute === 0 && hour === 0) return 'midnight'
  const minutes = minute === 0 ? '' : `.${String(minute).padStart(2, '0')}`
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`
}
