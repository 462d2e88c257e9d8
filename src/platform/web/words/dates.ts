/**
 * Days and stretches of time as people say them: always in full, always British order. Nothing here
 * asks the machine for a language or a zone, so the same day reads the same on every machine.
 */

/** A day: a calendar date, or its ISO text as rows of the database carry it. */
export type Day = Temporal.PlainDate | string

/** How exactly a source tells when something happened. */
export type Precision = 'day' | 'month' | 'season' | 'year'

/** A stretch of days, both ends included, and how exactly its source told it. */
export interface DatedPeriod {
  readonly from: Day
  readonly to: Day
  readonly precision: Precision
}

/** "23 November 2026" */
export const dayInWords = (day: Day): string => {
  const date = dateOf(day)
  return `${date.day} ${nameOfMonth(date)} ${date.year}`
}

/** "June 2014" */
export const monthInWords = (day: Day): string => {
  const date = dateOf(day)
  return `${nameOfMonth(date)} ${date.year}`
}

/** "2014" */
export const yearInWords = (day: Day): string => String(dateOf(day).year)

/**
 * A stretch of time as a label, told no more exactly than its source told it: "3 June 2014",
 * "24 July to 4 August 2023", "June 2014", "between February and May 2016", "autumn 2017", "2014".
 */
export const periodInWords = (period: DatedPeriod): string => {
  const from = dateOf(period.from)
  const to = dateOf(period.to)
  return sayings[period.precision](from, to)
}

/**
 * The same stretch inside a sentence: "on 3 June 2014", "from 24 July to 4 August 2023",
 * "in June 2014", "between February and May 2016", "in autumn 2017", "in 2014".
 */
export const whenInWords = (period: DatedPeriod): string => {
  const words = periodInWords(period)
  if (words.startsWith('between ')) return words
  if (period.precision !== 'day') return `in ${words}`
  return dateOf(period.from).equals(dateOf(period.to)) ? `on ${words}` : `from ${words}`
}

/** A moment, told in the zone where it matters: "14:05 on 23 November 2026 (UK time)". */
export const momentWithZone = (at: Temporal.Instant, zone: 'Europe/London' | 'UTC'): string => {
  const there = at.toZonedDateTimeISO(zone)
  const time = `${twoDigits(there.hour)}:${twoDigits(there.minute)}`
  return `${time} on ${dayInWords(there.toPlainDate())} (${zone === 'UTC' ? 'UTC' : 'UK time'})`
}

type Saying = (from: Temporal.PlainDate, to: Temporal.PlainDate) => string

const sayings: Readonly<Record<Precision, Saying>> = {
  day: (from, to) => (from.equals(to) ? dayInWords(to) : daysApart(from, to)),
  month: (from, to) => (sameMonth(from, to) ? monthInWords(to) : monthsApart(from, to)),
  season: (from, to) =>
    `${seasonOf(from)} ${from.year === to.year ? to.year : yearsApart(from, to)}`,
  year: (from, to) =>
    from.year === to.year ? yearInWords(to) : `between ${from.year} and ${to.year}`,
}

const daysApart: Saying = (from, to) => {
  if (sameMonth(from, to)) return `${from.day} to ${dayInWords(to)}`
  if (from.year === to.year) return `${from.day} ${nameOfMonth(from)} to ${dayInWords(to)}`
  return `${dayInWords(from)} to ${dayInWords(to)}`
}

const monthsApart: Saying = (from, to) =>
  from.year === to.year
    ? `between ${nameOfMonth(from)} and ${monthInWords(to)}`
    : `between ${monthInWords(from)} and ${monthInWords(to)}`

const yearsApart: Saying = (from, to) => `${from.year} to ${to.year}`

const sameMonth = (a: Temporal.PlainDate, b: Temporal.PlainDate) =>
  a.year === b.year && a.month === b.month

/** Seasons as the Met Office counts them: spring is March to May, winter begins in December. */
const seasonOf = (date: Temporal.PlainDate) =>
  ['winter', 'spring', 'summer', 'autumn'][Math.floor((date.month % 12) / 3)] ?? ''

const nameOfMonth = (date: Temporal.PlainDate) => months[date.month - 1] ?? ''

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const dateOf = (day: Day) => (typeof day === 'string' ? Temporal.PlainDate.from(day) : day)

const twoDigits = (n: number) => String(n).padStart(2, '0')
