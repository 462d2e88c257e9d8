import { readdir, readFile } from 'node:fs/promises'
import type { HolidayCalendar } from '../methods/working-days/calendar.ts'
import { readCalendars } from '../methods/working-days/calendars.ts'
import { inProgram } from '../platform/config/program-root.ts'
import { Broken } from '../platform/log/broken.ts'

/** The calendars of `reference/holidays/` by name, for calculations about days. */
export async function shippedCalendars(): Promise<ReadonlyMap<string, HolidayCalendar>> {
  const folder = inProgram('reference', 'holidays')
  const names = await readdir(folder)
  const texts = await Promise.all(
    names.map(async name => [name, await readFile(`${folder}/${name}`, 'utf8')] as const),
  )
  const read = readCalendars(new Map(texts))
  if (read.is === 'refused') throw new Broken('HOLIDAYS_UNREADABLE')
  return read.calendars
}
