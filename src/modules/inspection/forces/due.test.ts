import { expect, test } from 'vitest'
import { aPeriod } from '../testing/builders.ts'
import { dueAfter, dueOn, type Timescale } from './due.ts'

const rule = (words: string, unit: Timescale['unit'], amount: number | null): Timescale => ({
  code: words.replace(' ', '-'),
  words,
  unit,
  amount,
  rule: '',
  sourceUrl: 'https://example.org/rule',
})

const rules = [
  rule('immediately', 'none', null),
  rule('three months', 'calendar months', 3),
  rule('six months', 'calendar months', 6),
]
const noWorkingDays = () => null
const day = (text: string) => Temporal.PlainDate.from(text)

test.each([
  ['immediately', '2022-08-05', '2022-08-05'],
  ['three months', '2022-08-05', '2022-11-05'],
  ['six months', '2022-08-05', '2023-02-05'],
  ['three months', '2021-11-30', '2022-02-28'],
  ['three months', '2023-11-30', '2024-02-29'],
  ['six months', '2021-08-31', '2022-02-28'],
] as const)('%s from %s is %s', (timescale, published, due) => {
  const found = dueOn({ timescale, published: aPeriod(published) }, rules, noWorkingDays)
  expect(found.is === 'due' && found.on.toString()).toBe(due)
})

test('a month of publication is not a day, so there is no due date', () => {
  expect(
    dueOn({ timescale: 'three months', published: aPeriod('2014') }, rules, noWorkingDays),
  ).toEqual({ is: 'no due date', why: 'three months; day of publication not known' })
})

test('where no timescale was stated there is no due date', () => {
  const found = dueOn(
    { timescale: 'none stated', published: aPeriod('2022-08-05') },
    rules,
    noWorkingDays,
  )
  expect(found).toEqual({ is: 'no due date', why: 'no timescale stated' })
})

test('an action plan six weeks after 28 October 2014 is due on 9 December 2014', () => {
  const found = dueAfter(day('2014-10-28'), rule('action plan', 'weeks', 6), noWorkingDays)
  expect(found.is === 'due' && found.on.toString()).toBe('2014-12-09')
})

test('working days are counted by the calendar that is passed in', () => {
  const seventy = rule('written statement', 'working days', 70)
  const found = dueAfter(day('2025-02-27'), seventy, (from, days) => from.add({ days: days + 28 }))
  expect(found.is === 'due' && found.on.toString()).toBe('2025-06-05')
})

test('a year that the calendar of holidays does not cover gives no due date', () => {
  const seventy = rule('written statement', 'working days', 70)
  expect(dueAfter(day('2025-02-27'), seventy, noWorkingDays)).toEqual({
    is: 'no due date',
    why: 'outside the years that the calendar of holidays covers',
  })
})
