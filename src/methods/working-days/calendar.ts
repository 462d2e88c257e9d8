/** The bank holidays of a place, as a value that is passed to every count of working days. */

export interface HolidayCalendar {
  /** `england-and-wales`, `scotland`, `northern-ireland` or `all-uk`. */
  readonly name: string
  /** Version of the list, so that an answer can say which list it was counted with. */
  readonly version: string
  /** The list is complete from 1 January of this year … */
  readonly firstYear: number
  /** … to 31 December of this one. */
  readonly lastYear: number
  /** Name of the bank holiday by its day, like `2026-12-25`. */
  readonly holidays: ReadonlyMap<string, string>
}

export type CalendarRead = HolidayCalendar | { readonly is: 'refused'; readonly reason: string }

/**
 * Reads the text of `reference/holidays/<name>.csv`: the header `date,name`, then one bank holiday a line,
 * in order. The list covers the whole years from its first to its last day. A text of another form is
 * refused with the line at fault.
 */
export const readCalendar = (name: string, version: string, csv: string): CalendarRead => {
  const [header, ...lines] = csv.trimEnd().split('\n')
  if (header !== 'date,name') return refused(1, 'must be "date,name".')
  const days = lines.map(line => dayAndName.exec(line)?.slice(1) ?? [])
  const fault = days.findIndex(([day], i) => !isDay(day) || day <= (days[i - 1]?.[0] ?? ''))
  if (fault >= 0) return refused(fault + 2, 'must be a day after the one before, and a name.')
  const [first, last] = [days[0]?.[0], days.at(-1)?.[0]]
  if (first === undefined || last === undefined) return refused(2, 'must hold a bank holiday.')
  return {
    name,
    version,
    firstYear: Number(first.slice(0, 4)),
    lastYear: Number(last.slice(0, 4)),
    holidays: new Map(days.map(([day = '', title = '']) => [day, title])),
  }
}

/**
 * A day is a bank holiday here if it is one in any of `divisions`. Of the three divisions of the United
 * Kingdom this is the calendar of the Freedom of Information Act 2000, section 10(6). Covers the years that
 * all of them cover; versions are joined.
 */
export const unionOf = (name: string, divisions: readonly HolidayCalendar[]): HolidayCalendar => ({
  name,
  version: [...new Set(divisions.map(({ version }) => version))].join('+'),
  firstYear: Math.max(...divisions.map(({ firstYear }) => firstYear)),
  lastYear: Math.min(...divisions.map(({ lastYear }) => lastYear)),
  holidays: new Map(
    divisions.flatMap(({ holidays }) => [...holidays]).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ),
})

const dayAndName = /^(\d{4}-\d{2}-\d{2}),([^",]+)$/

/** The calendar holds days as text; one that is not in the calendar, like 30 February, is refused. */
const isDay = (text: string | undefined): text is string => {
  if (text === undefined) return false
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

const refused = (line: number, rule: string): CalendarRead => ({
  is: 'refused',
  reason: `Line ${String(line)} of the list of bank holidays ${rule}`,
})
