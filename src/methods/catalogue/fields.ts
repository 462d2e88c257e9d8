/** The kinds of field that a calculation's JSON input may hold, and how each is read. */
import type { HolidayCalendar } from '../working-days/calendar.ts'

/** Lists that a caller may name instead of sending them along. */
export interface Known {
  readonly calendars: ReadonlyMap<string, HolidayCalendar>
}

export interface Field<Value, Needed extends boolean = boolean> {
  /** As the list of methods shows it. */
  readonly shape: string
  readonly needed: Needed
  /** Null where the value is of another kind. */
  readonly read: (value: unknown, known: Known) => Value | null
}

const field = <Value>(
  shape: string,
  read: (value: unknown, known: Known) => Value | null,
): Field<Value, true> => ({ shape, needed: true, read })

/** The same field, which may be left out; `otherwise` says what counts then. */
export const optional = <Value>(
  of: Field<Value, true>,
  otherwise: string,
): Field<Value, false> => ({
  ...of,
  shape: `${of.shape}, ${otherwise} unless given`,
  needed: false,
})

const asNumber = (value: unknown): number | null => (typeof value === 'number' ? value : null)

const asText = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const listOf = <Item>(value: unknown, item: (value: unknown) => Item | null): Item[] | null => {
  if (!Array.isArray(value)) return null
  const items = value.map(item).filter(each => each !== null)
  return items.length === value.length ? items : null
}

/** Whole numbers and shares are checked by the method itself, which says what is wrong in its own words. */
export const count = field('whole number', asNumber)
export const number = field('number', asNumber)
export const counts = field('list of whole numbers', value => listOf(value, asNumber))
export const texts = field('list of texts', value => listOf(value, asText))
export const flag = field('true or false', value => (typeof value === 'boolean' ? value : null))

export const oneOf = <const Word extends string>(words: readonly Word[]): Field<Word, true> =>
  field(
    words.map(word => `"${word}"`).join(' or '),
    value => words.find(word => word === value) ?? null,
  )

export const day = field('day like "2026-11-23"', value => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null
  try {
    return Temporal.PlainDate.from(value, { overflow: 'reject' })
  } catch {
    return null
  }
})

export const calendar = field(
  'name of a calendar like "england-and-wales" or "all-uk"',
  (value, { calendars }) => (typeof value === 'string' ? (calendars.get(value) ?? null) : null),
)
