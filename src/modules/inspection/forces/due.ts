import { addMonths, addWeeks } from '../../../methods/working-days/calendar-months.ts'
import type { Point } from '../record/visit.ts'

/** How a timescale that inspectors use becomes a day; a row of `reference/time-limits/`. */
export interface Timescale {
  code: string
  /** The words of the record: "three months". */
  words: string
  unit: 'none' | 'days' | 'weeks' | 'calendar months' | 'working days'
  amount: number | null
  rule: string
  sourceUrl: string
}

export type Due =
  { is: 'due'; on: Temporal.PlainDate; timescale: Timescale } | { is: 'no due date'; why: string }

/** Adds working days of England and Wales; passed in, because the calendar is reference data. */
export type AddWorkingDays = (from: Temporal.PlainDate, days: number) => Temporal.PlainDate | null

/** By when a point was to be met: only where its timescale and the very day of publication are known. */
export function dueOn(
  point: Pick<Point, 'timescale' | 'published'>,
  timescales: readonly Timescale[],
  addWorkingDays: AddWorkingDays,
): Due {
  if (point.timescale === 'none stated') return { is: 'no due date', why: 'no timescale stated' }
  const { published } = point
  if (published?.precision !== 'day') {
    return { is: 'no due date', why: `${point.timescale}; day of publication not known` }
  }
  const timescale = timescales.find(({ words }) => words === point.timescale)
  if (timescale === undefined) return { is: 'no due date', why: 'timescale not in the rules' }
  return dueAfter(published.from, timescale, addWorkingDays)
}

/** The day on which `timescale` ends when it is counted from `start`. */
export function dueAfter(
  start: Temporal.PlainDate,
  timescale: Timescale,
  addWorkingDays: AddWorkingDays,
): Due {
  const on = add(start, timescale, addWorkingDays)
  return on === null
    ? { is: 'no due date', why: 'outside the years that the calendar of holidays covers' }
    : { is: 'due', on, timescale }
}

function add(
  start: Temporal.PlainDate,
  { unit, amount }: Timescale,
  addWorkingDays: AddWorkingDays,
): Temporal.PlainDate | null {
  const size = amount ?? 0
  switch (unit) {
    case 'none':
      return start
    case 'days':
      return start.add({ days: size })
    case 'weeks':
      return dayOf(addWeeks({ from: start, weeks: size }))
    case 'calendar months':
      return dayOf(addMonths({ from: start, months: size }))
    case 'working days':
      return addWorkingDays(start, size)
  }
}

const dayOf = (result: ReturnType<typeof addMonths>): Temporal.PlainDate | null =>
  result.is === 'calculated' ? result.estimate : null
