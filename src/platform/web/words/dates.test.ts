import { expect, test } from 'vitest'
import {
  dayInWords,
  type DatedPeriod,
  momentWithZone,
  monthInWords,
  periodInWords,
  whenInWords,
  yearInWords,
} from './dates.ts'

test('a day, a month and a year are told in full', () => {
  const day = Temporal.PlainDate.from('2026-11-23')
  expect(dayInWords(day)).toBe('23 November 2026')
  expect(dayInWords('2014-08-01')).toBe('1 August 2014')
  expect(monthInWords('2014-06-01')).toBe('June 2014')
  expect(yearInWords(day)).toBe('2026')
})

test.each<
  [from: string, to: string, precision: DatedPeriod['precision'], label: string, inText: string]
>([
  ['2014-06-03', '2014-06-03', 'day', '3 June 2014', 'on 3 June 2014'],
  ['2015-08-25', '2015-08-28', 'day', '25 to 28 August 2015', 'from 25 to 28 August 2015'],
  ['2023-07-24', '2023-08-04', 'day', '24 July to 4 August 2023', 'from 24 July to 4 August 2023'],
  [
    '2018-12-28',
    '2019-01-04',
    'day',
    '28 December 2018 to 4 January 2019',
    'from 28 December 2018 to 4 January 2019',
  ],
  ['2014-06-01', '2014-06-30', 'month', 'June 2014', 'in June 2014'],
  [
    '2016-02-01',
    '2016-05-31',
    'month',
    'between February and May 2016',
    'between February and May 2016',
  ],
  [
    '2020-11-01',
    '2021-01-31',
    'month',
    'between November 2020 and January 2021',
    'between November 2020 and January 2021',
  ],
  ['2017-09-01', '2017-11-30', 'season', 'autumn 2017', 'in autumn 2017'],
  ['2017-12-01', '2018-02-28', 'season', 'winter 2017 to 2018', 'in winter 2017 to 2018'],
  ['2014-01-01', '2014-12-31', 'year', '2014', 'in 2014'],
  ['2015-01-01', '2016-12-31', 'year', 'between 2015 and 2016', 'between 2015 and 2016'],
])('%s to %s, told to the %s, reads "%s"', (...[from, to, precision, label, inText]) => {
  expect(periodInWords({ from, to, precision })).toBe(label)
  expect(whenInWords({ from, to, precision })).toBe(inText)
})

test('a moment in summer is an hour later on a British clock than in UTC', () => {
  const at = Temporal.Instant.from('2026-07-01T23:30:00Z')
  expect(momentWithZone(at, 'Europe/London')).toBe('00:30 on 2 July 2026 (UK time)')
  expect(momentWithZone(at, 'UTC')).toBe('23:30 on 1 July 2026 (UTC)')
})

test('a moment in winter reads the same in both zones', () => {
  const at = Temporal.Instant.from('2026-11-23T14:05:59Z')
  expect(momentWithZone(at, 'Europe/London')).toBe('14:05 on 23 November 2026 (UK time)')
  expect(momentWithZone(at, 'UTC')).toBe('14:05 on 23 November 2026 (UTC)')
})

test('the hour that comes twice in October is told by the clock on the wall', () => {
  const first = Temporal.Instant.from('2026-10-25T00:30:00Z')
  const second = Temporal.Instant.from('2026-10-25T01:30:00Z')
  expect(momentWithZone(first, 'Europe/London')).toBe(momentWithZone(second, 'Europe/London'))
})
