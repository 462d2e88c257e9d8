import pg from 'pg'
import { Broken } from '../log/broken.ts'

/**
 * How column values arrive: days and moments as ISO strings (never `Date`, which has no day without
 * a zone), whole numbers as numbers, `numeric` as text. Everything else as pg reads it.
 */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    ours.get(oid) ?? parserOfPg(oid, format)) as typeof pg.types.getTypeParser,
}

/** pg's own types name only the numbers that it knows; a database may have more. */
const parserOfPg = pg.types.getTypeParser as (
  oid: number,
  format?: 'text' | 'binary',
) => (text: string) => unknown

const asText = (text: string): string => text

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Broken('NUMBER_TOO_LARGE')
  return value
}

/** The door sets the session's zone to UTC, so that the server always writes `+00`. */
function isoMoment(text: string): string {
  return text.replace(' ', 'T').replace(/\+00$/, 'Z')
}

const textArray = 1009

const textsOf = (array: string): string[] => parserOfPg(textArray)(array) as string[]

/** By the number that PostgreSQL gives the type. */
const ours: ReadonlyMap<number, (text: string) => unknown> = new Map<
  number,
  (text: string) => unknown
>([
  [20, safeInteger], // int8
  [1016, array => textsOf(array).map(safeInteger)], // int8[]
  [1082, asText], // date
  [1182, textsOf], // date[]
  [1114, asText], // timestamp
  [1115, textsOf], // timestamp[]
  [1184, isoMoment], // timestamptz
  [1185, array => textsOf(array).map(isoMoment)], // timestamptz[]
])
