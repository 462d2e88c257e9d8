/** The day on which the demonstration is made, counted from in both directions. */
export type Today = Temporal.PlainDate

/** The day that is so many days before today; negative for days to come. */
export const daysAgo = (today: Today, days: number): string => today.subtract({ days }).toString()

/** A moment of a day; all days of the demonstration are told in UTC. */
export const at = (day: string, time: string): string => `${day}T${time}:00Z`

/** A moment so many days before today. */
export const ago = (today: Today, days: number, time = '09:00'): string =>
  at(daysAgo(today, days), time)

/**
 * So many days on, Saturdays and Sundays not counted. Bank holidays would only give a later day; the
 * product itself counts by its calendar.
 */
export function weekdaysAfter(day: string, days: number): string {
  const next = Temporal.PlainDate.from(day).add({ days: 1 })
  const left = days - (next.dayOfWeek < 6 ? 1 : 0)
  return left === 0 ? next.toString() : weekdaysAfter(next.toString(), left)
}

/** So many minutes after a moment. */
export const minutesAfter = (moment: string, minutes: number): string =>
  Temporal.Instant.from(moment).add({ minutes }).toString()
