/** Which day is so many working days away, and how many lie between two days? */
import { dayInWords } from './day-in-words.ts'
import type { Result } from '../result.ts'
import { calculated, notDefined } from '../result.ts'
import type { HolidayCalendar } from './calendar.ts'

type Day = Temporal.PlainDate

/** More working days than this is not a deadline. */
const longest = 2500

/**
 * Is `day` a working day: neither Saturday, Sunday nor a bank holiday of the calendar? (Banking and
 * Financial Dealings Act 1971, section 1 and schedule 1; Christmas Day and Good Friday are in the list.)
 * A day outside the years of the calendar is `not defined`.
 * @example isWorkingDay({ day: Temporal.PlainDate.from('2022-09-19'), calendar }) // false: state funeral
 */
export const isWorkingDay = (input: {
  readonly day: Day
  readonly calendar: HolidayCalendar
}): Result<boolean, null> => {
  const { day, calendar } = input
  const refusal = outside(day, calendar)
  if (refusal !== null) return notDefined('is-working-day', refusal)
  return answer('is-working-day', { day: String(day) }, calendar, {
    n: 1,
    estimate: works(day, calendar),
  })
}

/**
 * The day that is `days` working days after `from`, where the first working day after `from` is day 1;
 * negative days count back. `from` itself need not be a working day and is never counted.
 * 0 and part days are `not defined`, as is a count that leaves the years of the calendar.
 * @example addWorkingDays({ from: 2026-12-24, days: 1, calendar }) // 2026-12-29 in England and Wales
 */
export const addWorkingDays = (input: {
  readonly from: Day
  readonly days: number
  readonly calendar: HolidayCalendar
}): Result<Day, null> => {
  const { from, days, calendar } = input
  if (!Number.isInteger(days) || days === 0 || Math.abs(days) > longest) {
    return notDefined(
      'add-working-days',
      `Count at least 1 and at most ${String(longest)} whole working days.`,
    )
  }
  const step = { days: Math.sign(days) }
  let day = from
  for (let counted = 0; counted < Math.abs(days);) {
    day = day.add(step)
    const refusal = outside(day, calendar) ?? outside(from, calendar)
    if (refusal !== null) return notDefined('add-working-days', refusal)
    if (works(day, calendar)) counted++
  }
  return answer('add-working-days', { from: String(from), days }, calendar, {
    n: days,
    estimate: day,
  })
}

/** The first working day after `day`. @example nextWorkingDay({ day: 2026-12-24, calendar }) // 2026-12-29 */
export const nextWorkingDay = (input: {
  readonly day: Day
  readonly calendar: HolidayCalendar
}): Result<Day, null> => addWorkingDays({ from: input.day, days: 1, calendar: input.calendar })

/**
 * How many working days from `from`, which is not counted, to `to`, which is; negative where `to` is
 * earlier. So `addWorkingDays` and this undo each other. Days outside the calendar are `not defined`.
 * @example workingDaysBetween({ from: 2025-02-27, to: 2025-06-11, calendar }) // 70 in England and Wales
 */
export const workingDaysBetween = (input: {
  readonly from: Day
  readonly to: Day
  readonly calendar: HolidayCalendar
}): Result<number, null> => {
  const { from, to, calendar } = input
  const refusal = outside(from, calendar) ?? outside(to, calendar)
  if (refusal !== null) return notDefined('working-days-between', refusal)
  const step = { days: Temporal.PlainDate.compare(to, from) }
  let counted = 0
  for (let day = from; !day.equals(to);) {
    day = day.add(step)
    if (works(day, calendar)) counted += step.days
  }
  const days = { from: String(from), to: String(to) }
  return answer('working-days-between', days, calendar, { n: counted, estimate: counted })
}

const works = (day: Day, calendar: HolidayCalendar): boolean =>
  day.dayOfWeek < 6 && !calendar.holidays.has(day.toString())

const outside = (day: Day, { name, firstYear, lastYear }: HolidayCalendar): string | null =>
  day.year >= firstYear && day.year <= lastYear
    ? null
    : `The bank holidays of ${name} are known from ${String(firstYear)} to ${String(lastYear)}; ${dayInWords(day)} is outside.`

const answer = <Estimate>(
  method: string,
  asked: object,
  { name, version }: HolidayCalendar,
  found: { n: number; estimate: Estimate },
) =>
  calculated(
    method,
    { ...asked, calendar: name, version },
    {
      options: { calendar: name, calendarVersion: version },
      ...found,
      interval: null,
    },
  )
