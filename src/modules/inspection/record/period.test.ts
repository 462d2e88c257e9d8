import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPeriod } from './period.ts'

const shown = (text: string): string | null => {
  const period = readPeriod(text)
  return period && `${period.from.toString()} to ${period.to.toString()}, ${period.precision}`
}

test.each([
  ['2023-11-24', '2023-11-24 to 2023-11-24, day'],
  ['2023-07-24/2023-08-04', '2023-07-24 to 2023-08-04, days'],
  ['2014-06', '2014-06-01 to 2014-06-30, month'],
  ['2016-02', '2016-02-01 to 2016-02-29, month'],
  ['2016-02/2016-05', '2016-02-01 to 2016-05-31, months'],
  ['2017-autumn', '2017-09-01 to 2017-11-30, season'],
  ['2014', '2014-01-01 to 2014-12-31, year'],
  ['2017 (quarter 3 update)', '2017-01-01 to 2017-12-31, year'],
])('the text %s means %s', (text, meaning) => {
  expect(shown(text)).toBe(meaning)
  expect(readPeriod(text)?.text).toBe(text)
})

test.each([
  ['2014-13', 'there is no thirteenth month'],
  ['2015-02-29', 'February 2015 had 28 days'],
  ['2023-08-04/2023-07-24', 'it ends before it begins'],
  ['2016-05/2016-02', 'it ends before it begins'],
  ['2016-05/2016-06-01', 'a month and a day are not one form'],
  ['2017-winter', 'a winter has two years'],
  ['1914', 'the programme began in 2014'],
  ['24 November 2023', 'it is not in the form of the record'],
  ['2014 ', 'a space at the end is a slip'],
  ['', 'nothing is not a time'],
])('the text "%s" is refused: %s', text => {
  expect(readPeriod(text)).toBeNull()
})

test('every day is read back as itself, and lies in its month and its year', () => {
  const days = fc.integer({ min: 0, max: 36_000 }).map(n => day('2000-01-01').add({ days: n }))
  fc.assert(
    fc.property(days, one => {
      const text = one.toString()
      const [itself, month, year] = [text, text.slice(0, 7), text.slice(0, 4)].map(readPeriod)
      expect(itself?.from.equals(one) && itself.to.equals(one)).toBe(true)
      for (const longer of [month, year]) {
        expect(Temporal.PlainDate.compare(longer?.from ?? one, one)).toBeLessThanOrEqual(0)
        expect(Temporal.PlainDate.compare(one, longer?.to ?? one)).toBeLessThanOrEqual(0)
      }
    }),
  )
})

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
