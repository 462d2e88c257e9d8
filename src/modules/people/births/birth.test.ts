import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDay } from '../days/read-day.ts'
import { birthAsWritten, birthInWords } from './birth-words.ts'
import { isGrownUp } from './grown-up.ts'
import { readBirth } from './read-birth.ts'

test.each([
  ['3 3 2009', 'day', '2009-03-03'],
  ['03/03/2009', 'day', '2009-03-03'],
  ['3rd March 2009', 'day', '2009-03-03'],
  ['2009-03-03', 'day', '2009-03-03'],
  ['29 Feb 2008', 'day', '2008-02-29'],
  ['March 2009', 'month', '2009-03-01'],
  ['sept. 2009', 'month', '2009-09-01'],
  ['3/2009', 'month', '2009-03-01'],
  ['2009-03', 'month', '2009-03-01'],
  ['2009', 'year', '2009-01-01'],
  ['about 1998', 'about', '1998-01-01'],
  ['c. 1998', 'about', '1998-01-01'],
  ['Circa 1998', 'about', '1998-01-01'],
])('"%s" is a birth known to the %s', (text, precision, on) => {
  expect(readBirth(text)).toEqual({ precision, on })
})

test.each(['', '  ', 'unknown', 'Not known'])('"%s" is a birth that is not known', text => {
  expect(readBirth(text)).toEqual({ precision: 'unknown' })
})

test.each([
  '29 2 2009',
  '31/4/2009',
  '3 3 09',
  '13 13 2009',
  '0 1 2009',
  'Ma 2009',
  'about March 2009',
  '12',
  'young',
  '3 3 2009 or so',
])('"%s" cannot be read as a birth', text => {
  expect(readBirth(text)).toBeNull()
})

const anyDay = fc
  .integer({ min: 0, max: 70_000 })
  .map(days => Temporal.PlainDate.from('1900-01-01').add({ days }).toString())

test('whatever day is told in words is read back as the same', () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom('day', 'month', 'year', 'about'), (day, birthPrecision) => {
      const firsts = { day, month: `${day.slice(0, 8)}01` } as Record<string, string>
      const birthOn = firsts[birthPrecision] ?? `${day.slice(0, 5)}01-01`
      const written = birthAsWritten({ birthOn, birthPrecision })
      expect(readBirth(written)).toEqual({ precision: birthPrecision, on: birthOn })
    }),
  )
  expect(birthAsWritten({ birthOn: null, birthPrecision: 'unknown' })).toBe('')
  expect(birthInWords({ birthOn: null, birthPrecision: 'unknown' })).toBe('not known')
})

test('no text at all breaks the reading of days', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      const day = readDay(text)
      expect(day === null || /^\d{4}-\d\d-\d\d$/.test(day)).toBe(true)
    }),
  )
})

test.each([
  ['2008-11-23', 'day', '2026-11-22', false],
  ['2008-11-23', 'day', '2026-11-23', true],
  ['2008-02-29', 'day', '2026-02-28', false],
  ['2008-02-29', 'day', '2026-03-01', true],
  ['2008-11-01', 'month', '2026-11-29', false],
  ['2008-11-01', 'month', '2026-11-30', true],
  ['2008-01-01', 'year', '2026-12-30', false],
  ['2008-01-01', 'year', '2026-12-31', true],
  ['2007-01-01', 'about', '2026-12-30', false],
  ['2007-01-01', 'about', '2026-12-31', true],
  [null, 'unknown', '2026-12-31', false],
] as const)('born %s (%s), on %s surely grown up: %s', (birthOn, birthPrecision, today, is) => {
  expect(isGrownUp({ birthOn, birthPrecision }, Temporal.PlainDate.from(today))).toBe(is)
})
