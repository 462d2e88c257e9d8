import type { Chance } from '../chance.ts'
import { daysAgo, type Today } from '../days.ts'

/** How many days back the history goes. */
const span = 60

/** The days of the history, oldest first; yesterday is the last. */
export const pastDays = (today: Today): string[] =>
  Array.from({ length: span }, (_, index) => daysAgo(today, span - index))

export const isWeekend = (day: string): boolean => Temporal.PlainDate.from(day).dayOfWeek > 5

/** The last weekday that is at least so many days ago. */
export const weekdayAgo = (today: Today, days: number): string => {
  const day = daysAgo(today, days)
  return isWeekend(day) ? weekdayAgo(today, days + 1) : day
}

/** Times of one working day, in order: the first soon after eight, the last before half past five. */
export const timesIn = (chance: Chance, count: number): string[] =>
  Array.from({ length: count }, () => 485 + chance.below(560))
    .toSorted((a, b) => a - b)
    .map(minutes => `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`)

const twoDigits = (number: number): string => number.toString().padStart(2, '0')
