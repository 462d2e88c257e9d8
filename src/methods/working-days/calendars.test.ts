import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readCalendars } from './calendars.ts'

const folder = new URL('../../../reference/holidays/', import.meta.url)
const files = new Map(
  readdirSync(folder).map(name => [name, readFileSync(new URL(name, folder), 'utf8')]),
)

test('the committed files hold four calendars of one version, 2012 to 2028', () => {
  const read = readCalendars(files)
  if (read.is !== 'calendars') throw new Error(read.reason)
  const told = [...read.calendars.values()].map(
    ({ name, version, firstYear, lastYear, holidays }) =>
      `${name} ${version} ${String(firstYear)} ${String(lastYear)} ${String(holidays.size)}`,
  )
  expect(told).toEqual([
    'england-and-wales 2026-11-23 2012 2028 140',
    'scotland 2026-11-23 2012 2028 157',
    'northern-ireland 2026-11-23 2012 2028 174',
    'all-uk 2026-11-23 2012 2028 225',
  ])
})

test.each([
  ['manifest.json', '{', 'manifest.json names no version.'],
  ['manifest.json', '{"version":1}', 'manifest.json names no version.'],
  [
    'scotland.csv',
    'date\n',
    'scotland.csv: Line 1 of the list of bank holidays must be "date,name".',
  ],
])('a damaged %s refuses them all', (name, text, reason) => {
  expect(readCalendars(new Map(files).set(name, text))).toEqual({ is: 'refused', reason })
})
