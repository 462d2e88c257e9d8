/** A day as people write it. @example dayInWords(Temporal.PlainDate.from('2026-11-23')) // '23 November 2026' */
export const dayInWords = (day: Temporal.PlainDate): string =>
  `${String(day.day)} ${months[day.month - 1] ?? ''} ${String(day.year)}`

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
