import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { bankHolidays, divisions, holidayFiles, type Division } from './holidays.ts'

const folder = join(import.meta.dirname, '../reference/holidays')
const published = join(import.meta.dirname, '../../shared/data/holidays/bank_holidays_uk.csv')
const all = Object.keys(divisions) as Division[]

test('the committed lists are what would be made now', async () => {
  for (const [name, text] of await holidayFiles(folder)) {
    expect(await readFile(join(folder, name), 'utf8'), name).toBe(text)
  }
})

test('a correction that changes nothing stops the making', () => {
  const row = { calendar: 'scotland', name: 'Christmas Day', source: '' }
  expect(() => bankHolidays('scotland', [{ ...row, change: 'add', date: '2026-12-25' }])).toThrow(
    'scotland add 2026-12-25 changes nothing',
  )
  expect(() =>
    bankHolidays('scotland', [{ ...row, change: 'remove', date: '2026-12-24' }]),
  ).toThrow('scotland remove 2026-12-24 changes nothing')
  expect(() => bankHolidays('scotland', [{ ...row, change: 'move', date: '2026-12-24' }])).toThrow()
})

test('every year from 2012 to 2028 holds eight days or more in each list', () => {
  for (const division of all) {
    const years = Map.groupBy(bankHolidays(division, []).keys(), day => day.slice(0, 4))
    expect([...years.keys()]).toEqual(Array.from({ length: 17 }, (_, i) => String(2012 + i)))
    expect(Math.min(...[...years.values()].map(days => days.length))).toBeGreaterThanOrEqual(8)
  }
})

describe.skipIf(!existsSync(published))(
  'the list GOV.UK publishes (skipped where it is absent)',
  () => {
    test.each(all)('every bank holiday of %s agrees', async division => {
      const rows = parse<{ division: string; date: string }>(await readFile(published, 'utf8'), {
        columns: true,
      })
      const known = rows.filter(row => row.division === division).map(row => row.date)
      const ours = parse<{ date: string }>(
        await readFile(join(folder, `${division}.csv`), 'utf8'),
        {
          columns: true,
        },
      ).map(row => row.date)
      expect(ours).toEqual(known.toSorted())
    })
  },
)
