/**
 * Makes `reference/holidays/` from the package date-holidays and our corrections, so that the program
 * counts working days from a list that can be read, reviewed and versioned.
 *
 *     node tools/holidays.ts [--check]
 *
 * A new year, or a bank holiday proclaimed for one occasion: raise `lastYear`, update the package or add
 * rows to `corrections.csv`, give the list a new `version`, run this, and read the difference.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import Holidays from 'date-holidays'
import { inProgram } from '../src/platform/config/program-root.ts'
import { writeOrCheck } from './generated-file.ts'
import { holidayManifest } from './holidays-manifest.ts'

/** Of the list as a whole; every answer counted with it says so. */
const version = '2026-11-23'
const [firstYear, lastYear] = [2012, 2028]

/** The three parts of the United Kingdom that have bank holidays of their own, as date-holidays names them. */
export const divisions = {
  'england-and-wales': 'ENG',
  scotland: 'SCT',
  'northern-ireland': 'NIR',
} as const

export type Division = keyof typeof divisions

/** One change to what the package says, with where it was seen. */
interface Correction {
  calendar: string
  change: string
  date: string
  name: string
  source: string
}

/** Name of the bank holiday by its day, in order. */
export function bankHolidays(division: Division, corrections: Correction[]): Map<string, string> {
  const days = new Map(packageDays(division))
  for (const { change, date, name } of corrections.filter(each => each.calendar === division)) {
    // A correction that changes nothing means that the package has caught up: a person should look.
    const useful = change === 'add' ? !days.has(date) : change === 'remove' && days.delete(date)
    if (!useful) throw new Error(`corrections.csv: ${division} ${change} ${date} changes nothing.`)
    if (change === 'add') days.set(date, name)
  }
  return new Map([...days].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * Public holidays of the package. Those on a Saturday or Sunday are left out: they have a substitute on a
 * weekday, which the package lists too, and the weekend is no working day anyway.
 */
function packageDays(division: Division): [string, string][] {
  const source = new Holidays('GB', divisions[division])
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i)
  return years
    .flatMap(year => source.getHolidays(year))
    .filter(holiday => holiday.type === 'public')
    .map((holiday): [string, string] => [holiday.date.slice(0, 10), plainName(holiday.name)])
    .filter(([day]) => Temporal.PlainDate.from(day).dayOfWeek < 6)
}

const plainName = (name: string): string => name.replaceAll("'", '’')

export async function readCorrections(folder: string): Promise<Correction[]> {
  const text = await readFile(join(folder, 'corrections.csv'), 'utf8')
  return parse(text, { columns: true })
}

const csvOf = (days: Map<string, string>): string =>
  ['date,name', ...[...days].map(([day, name]) => `${day},${name}`), ''].join('\n')

/** Every generated file of the folder, by its name. */
export async function holidayFiles(folder: string): Promise<Map<string, string>> {
  const corrections = await readCorrections(folder)
  const lists = (Object.keys(divisions) as Division[]).map((division): [string, string] => [
    `${division}.csv`,
    csvOf(bankHolidays(division, corrections)),
  ])
  const manifest = holidayManifest({ version, firstYear, lastYear })
  return new Map([...lists, ['manifest.json', `${JSON.stringify(manifest, null, 2)}\n`]])
}

if (import.meta.main) {
  const folder = inProgram('reference', 'holidays')
  for (const [name, text] of await holidayFiles(folder)) {
    await writeOrCheck(join(folder, name), text, 'node tools/holidays.ts')
  }
}
