import { readFileSync } from 'node:fs'
import { readCalendars } from './methods/working-days/calendars.ts'
import { addWorkingDays } from './methods/working-days/working-days.ts'
import { inProgram } from './platform/config/program-root.ts'
import { Broken } from './platform/log/broken.ts'

const files = ['manifest.json', 'england-and-wales.csv', 'scotland.csv', 'northern-ireland.csv']

/**
 * Adds working days of England and Wales by the calendar in `reference/holidays/`, read once; null
 * outside the years that it covers.
 * @throws Broken `HOLIDAYS_UNREADABLE` when the files that were shipped are not there or not whole.
 */
export function englishWorkingDays(): (
  from: Temporal.PlainDate,
  days: number,
) => Temporal.PlainDate | null {
  const texts = new Map(
    files.map(name => [name, readFileSync(inProgram('reference', 'holidays', name), 'utf8')]),
  )
  const read = readCalendars(texts)
  const calendar = read.is === 'calendars' ? read.calendars.get('england-and-wales') : undefined
  if (calendar === undefined) throw new Broken('HOLIDAYS_UNREADABLE')
  return (from, days) => {
    const due = addWorkingDays({ from, days, calendar })
    return due.is === 'calculated' ? due.estimate : null
  }
}
