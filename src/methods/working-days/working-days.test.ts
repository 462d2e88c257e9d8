import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { HolidayCalendar } from './calendar.ts'
import { readCalendar, unionOf } from './calendar.ts'
import { addMonths, addWeeks } from './calendar-months.ts'
import { addWorkingDays, isWorkingDay, nextWorkingDay, workingDaysBetween } from './working-days.ts'

const calendarOf = (name: string): HolidayCalendar => {
  const file = new URL(`../../../reference/holidays/${name}.csv`, import.meta.url)
  const calendar = readCalendar(name, '2026-11-23', readFileSync(file, 'utf8'))
  if ('is' in calendar) throw new Error(calendar.reason)
  return calendar
}

const englandAndWales = calendarOf('england-and-wales')
const divisions = [englandAndWales, calendarOf('scotland'), calendarOf('northern-ireland')]
const allUk = unionOf('all-uk', divisions)
const day = (text: string) => Temporal.PlainDate.from(text)

const found = (result: { is: string; estimate?: unknown; reason?: string }): string => {
  if (result.is !== 'calculated') throw new Error(result.reason)
  return String(result.estimate)
}

const dueAfter = (from: string, days: number, calendar = englandAndWales) =>
  found(addWorkingDays({ from: day(from), days, calendar }))

test('the first working day after Christmas Eve 2026 is Tuesday 29 December: Boxing Day falls on a Saturday', () => {
  expect(dueAfter('2026-12-24', 1)).toBe('2026-12-29')
  expect(found(nextWorkingDay({ day: day('2026-12-24'), calendar: englandAndWales }))).toBe(
    '2026-12-29',
  )
})

test('a strategy discussion on 2 April 2026 starts 15 working days that pass over Easter', () => {
  expect(dueAfter('2026-04-02', 15)).toBe('2026-04-27')
})

test('the day that starts the count is not counted, whether it is a working day or not', () => {
  expect(dueAfter('2026-11-20', 1)).toBe('2026-11-23')
  expect(dueAfter('2026-11-21', 1)).toBe('2026-11-23')
})

test('counting back five working days from a Monday is the Monday before', () => {
  expect(dueAfter('2026-11-23', -5)).toBe('2026-11-16')
})

test.each([
  ['2012-06-04', 'the spring bank holiday moved for the Diamond Jubilee'],
  ['2012-06-05', 'the Diamond Jubilee'],
  ['2020-05-08', 'the early May bank holiday moved to VE day'],
  ['2022-06-02', 'the spring bank holiday moved for the Platinum Jubilee'],
  ['2022-06-03', 'the Platinum Jubilee'],
  ['2022-09-19', 'the state funeral'],
  ['2023-05-08', 'the coronation'],
  ['2021-12-28', 'the substitute for Boxing Day'],
  ['2026-11-22', 'a Sunday'],
])('%s is no working day anywhere: %s', text => {
  for (const calendar of [...divisions, allUk]) {
    expect(isWorkingDay({ day: day(text), calendar })).toMatchObject({ estimate: false })
  }
})

test.each(['2012-05-28', '2020-05-04', '2022-05-30'])(
  '%s is a working day, because the bank holiday was moved',
  text => {
    expect(isWorkingDay({ day: day(text), calendar: allUk })).toMatchObject({ estimate: true })
  },
)

test("for freedom of information St Patrick's Day is no working day in England either", () => {
  expect(isWorkingDay({ day: day('2026-03-17'), calendar: englandAndWales })).toMatchObject({
    estimate: true,
  })
  expect(isWorkingDay({ day: day('2026-03-17'), calendar: allUk })).toMatchObject({
    estimate: false,
    options: { calendar: 'all-uk', calendarVersion: '2026-11-23' },
  })
})

test('an information request of 27 February 2026 is due on 30 March: 17 March is not counted', () => {
  expect(dueAfter('2026-02-27', 20, allUk)).toBe('2026-03-30')
  expect(dueAfter('2026-02-27', 20)).toBe('2026-03-27')
})

test('a day outside the years of the list is not defined, with the years', () => {
  const reason =
    'The bank holidays of england-and-wales are known from 2012 to 2028; 1 January 2029 is outside.'
  expect(addWorkingDays({ from: day('2028-12-29'), days: 1, calendar: englandAndWales })).toEqual({
    is: 'not defined',
    method: 'add-working-days',
    reason,
  })
  expect(isWorkingDay({ day: day('2029-01-01'), calendar: englandAndWales })).toMatchObject({
    reason,
  })
  const from = day('2011-12-31')
  expect(
    workingDaysBetween({ from, to: day('2012-01-04'), calendar: englandAndWales }),
  ).toMatchObject({ is: 'not defined' })
})

test('a union of lists is known only for the years that all of them know', () => {
  const short = { ...englandAndWales, version: '2', firstYear: 2015, lastYear: 2020 }
  expect(unionOf('both', [englandAndWales, short])).toMatchObject({
    version: '2026-11-23+2',
    firstYear: 2015,
    lastYear: 2020,
  })
})

test.each([0, 1.5, NaN, Infinity, 2501])('a count of %d working days is refused', days => {
  expect(
    addWorkingDays({ from: day('2026-11-23'), days, calendar: englandAndWales }),
  ).toMatchObject({ reason: 'Count at least 1 and at most 2500 whole working days.' })
})

const someDay = fc.integer({ min: 0, max: 15 * 365 }).map(days => day('2012-06-01').add({ days }))
const someCount = fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: -60, max: -1 }))

test('counting forward and counting back agree, and the end is a working day', () => {
  fc.assert(
    fc.property(
      someDay,
      someCount,
      fc.constantFrom(...divisions, allUk),
      (from, days, calendar) => {
        const end = day(found(addWorkingDays({ from, days, calendar })))
        expect(found(workingDaysBetween({ from, to: end, calendar }))).toBe(String(days))
        expect(found(isWorkingDay({ day: end, calendar }))).toBe('true')
        expect(end.dayOfWeek).toBeLessThan(6)
      },
    ),
  )
})

test('more working days, or a later start, never end earlier; more holidays never end sooner', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 1, max: 60 }), (from, days) => {
      const end = dueAfter(from.toString(), days)
      expect(dueAfter(from.toString(), days + 1) > end).toBe(true)
      expect(dueAfter(from.add({ days: 1 }).toString(), days) >= end).toBe(true)
      expect(dueAfter(from.toString(), days, allUk) >= end).toBe(true)
    }),
  )
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-08-31', 1, '2026-09-30'],
  ['2026-02-28', 1, '2026-03-28'],
  ['2022-08-05', 6, '2023-02-05'],
  ['2026-03-31', -1, '2026-02-28'],
])('%s and %d calendar months end on %s', (from, months, end) => {
  expect(found(addMonths({ from: day(from), months }))).toBe(end)
})

test('six weeks after 28 October 2014 is 9 December 2014', () => {
  expect(found(addWeeks({ from: day('2014-10-28'), weeks: 6 }))).toBe('2014-12-09')
})

test('part of a month is refused', () => {
  expect(addMonths({ from: day('2026-01-31'), months: 0.5 })).toMatchObject({ is: 'not defined' })
})

test.each([
  ['day,name\n', 'Line 1 of the list of bank holidays must be "date,name".'],
  ['date,name\n', 'Line 2 of the list of bank holidays must hold a bank holiday.'],
  [
    'date,name\n2026-12-25,Christmas Day\n2026-12-24,Early\n',
    'Line 3 of the list of bank holidays must be a day after the one before, and a name.',
  ],
  [
    'date,name\n2026-02-30,No such day\n',
    'Line 2 of the list of bank holidays must be a day after the one before, and a name.',
  ],
  [
    'date,name\n2026-12-25\n',
    'Line 2 of the list of bank holidays must be a day after the one before, and a name.',
  ],
])('a list of another form is refused with its line', (csv, reason) => {
  expect(readCalendar('england-and-wales', '1', csv)).toEqual({ is: 'refused', reason })
})

const letters = new URL(
  '../../../../shared/data/public-record/jtai_inspections.csv',
  import.meta.url,
)

describe.skipIf(!existsSync(letters))(
  'joint inspection letters (skipped where the file is absent)',
  () => {
    test('the median written statement is due 70 working days after the letter, 29 of 59 exactly', () => {
      const counts = readFileSync(letters, 'utf8')
        .split('\n')
        .flatMap(line => {
          const days = line.match(/\d{4}-\d{2}-\d{2}/g) ?? []
          return days.length === 2
            ? [days.map(day) as [Temporal.PlainDate, Temporal.PlainDate]]
            : []
        })
        .map(([from, to]) =>
          Number(found(workingDaysBetween({ from, to, calendar: englandAndWales }))),
        )
        .toSorted((a, b) => a - b)
      expect(counts.length).toBe(59)
      expect(counts[29]).toBe(70)
      expect(counts.filter(count => count === 70).length).toBe(29)
      expect([counts[0], counts.at(-1)]).toEqual([38, 83])
    })
  },
)
