/** All calendars from the files of `reference/holidays/`, as texts. */
import { isRecord } from '../is-record.ts'
import type { HolidayCalendar } from './calendar.ts'
import { readCalendar, unionOf } from './calendar.ts'

export type CalendarsRead =
  | { readonly is: 'calendars'; readonly calendars: ReadonlyMap<string, HolidayCalendar> }
  | { readonly is: 'refused'; readonly reason: string }

/** The divisions of the United Kingdom that have bank holidays of their own. */
const divisions = ['england-and-wales', 'scotland', 'northern-ireland'] as const

/**
 * The calendars `england-and-wales`, `scotland`, `northern-ireland` and `all-uk` by name. `files` holds the
 * text of `manifest.json`, whose version they take, and of each `<division>.csv`, by file name.
 * Refused as a whole where one is missing or of another form.
 */
export const readCalendars = (files: ReadonlyMap<string, string>): CalendarsRead => {
  const version = versionIn(files.get('manifest.json') ?? '')
  if (version === null) return refused('manifest.json names no version.')
  const read: HolidayCalendar[] = []
  for (const division of divisions) {
    const calendar = readCalendar(division, version, files.get(`${division}.csv`) ?? '')
    if ('is' in calendar) return refused(`${division}.csv: ${calendar.reason}`)
    read.push(calendar)
  }
  const all = [...read, unionOf('all-uk', read)]
  return { is: 'calendars', calendars: new Map(all.map(calendar => [calendar.name, calendar])) }
}

const versionIn = (manifest: string): string | null => {
  try {
    const json: unknown = JSON.parse(manifest)
    return isRecord(json) && typeof json['version'] === 'string' ? json['version'] : null
  } catch {
    return null
  }
}

const refused = (reason: string): CalendarsRead => ({ is: 'refused', reason })
