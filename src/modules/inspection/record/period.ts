import type { Period } from './visit.ts'

/**
 * Reads the words in which a source tells when something happened.
 *
 * Known forms: a day `2023-11-24`, days `2023-07-24/2023-08-04`, a month `2014-06`, months
 * `2016-02/2016-05`, a season `2017-autumn` (spring is March to May, summer June to August, autumn
 * September to November; winter spans two years and is refused), a year `2014`, and a year with a
 * remark `2017 (quarter 3 update)`: the remark names the publication, so it does not narrow the days.
 *
 * @returns the stretch of days that the text may mean, or null when it has no known form, names a day
 * that does not exist, or ends before it begins.
 */
export function readPeriod(text: string): Period | null {
  for (const form of forms) {
    const match = form.pattern.exec(text)
    if (match) return form.read(text, match)
  }
  return null
}

type Span = { from: Temporal.PlainDate; to: Temporal.PlainDate }
type Form = { pattern: RegExp; read: (text: string, match: RegExpExecArray) => Period | null }

const day = String.raw`(\d{4}-\d{2}-\d{2})`
const month = String.raw`(\d{4}-\d{2})`

const forms: Form[] = [
  {
    pattern: new RegExp(`^${day}$`),
    read: (text, [, only]) => whole(text, daySpan(only), 'day'),
  },
  {
    pattern: new RegExp(`^${day}/${day}$`),
    read: (text, [, first, last]) => stretch(text, [daySpan(first), daySpan(last)], 'days'),
  },
  {
    pattern: new RegExp(`^${month}$`),
    read: (text, [, only]) => whole(text, monthSpan(only), 'month'),
  },
  {
    pattern: new RegExp(`^${month}/${month}$`),
    read: (text, [, first, last]) => stretch(text, [monthSpan(first), monthSpan(last)], 'months'),
  },
  {
    pattern: /^(\d{4})-(spring|summer|autumn)$/,
    read: (text, [, year, season]) => seasonIn(text, String(year), String(season)),
  },
  {
    pattern: /^(\d{4})(?: \(.+\))?$/,
    read: (text, [, year]) => yearIn(text, String(year)),
  },
]

const seasonStarts: Record<string, string> = { spring: '03', summer: '06', autumn: '09' }

function seasonIn(text: string, year: string, season: string): Period | null {
  const first = monthSpan(`${year}-${seasonStarts[season] ?? ''}`)
  if (first === null) return null
  const to = first.from.add({ months: 3 }).subtract({ days: 1 })
  return { text, from: first.from, to, precision: 'season' }
}

function yearIn(text: string, year: string): Period | null {
  const span = { from: daySpan(`${year}-01-01`)?.from, to: daySpan(`${year}-12-31`)?.to }
  if (span.from === undefined || span.to === undefined) return null
  return { text, from: span.from, to: span.to, precision: 'year' }
}

const whole = (text: string, span: Span | null, precision: Period['precision']): Period | null =>
  span && { text, ...span, precision }

function stretch(
  text: string,
  [first, last]: [Span | null, Span | null],
  precision: Period['precision'],
): Period | null {
  if (first === null || last === null) return null
  if (Temporal.PlainDate.compare(first.from, last.to) > 0) return null
  return { text, from: first.from, to: last.to, precision }
}

function daySpan(text = ''): Span | null {
  const day = dayOf(text)
  return day && { from: day, to: day }
}

function monthSpan(text = ''): Span | null {
  const first = dayOf(`${text}-01`)
  return first && { from: first, to: first.with({ day: first.daysInMonth }) }
}

/** `Temporal` refuses 30 February; years before the programme could only be slips of the pen. */
function dayOf(text: string): Temporal.PlainDate | null {
  try {
    const day = Temporal.PlainDate.from(text, { overflow: 'reject' })
    return day.year >= 2000 && day.year <= 2100 ? day : null
  } catch {
    return null
  }
}
