import pg from 'pg'
import { Broken } from '../log/broken.ts'

const int8 = 20
const timestamptz = 1184
const dateTypes = new Set([1082, 1114, 1182, 1115, 1185])

/**
 * How column values arrive: days and moments as ISO strings (never `Date`, which has no day without
 * a zone), whole numbers as numbers, `numeric` as text. Everything else as pg reads it.
 */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === int8) return safeInteger
    if (oid === timestamptz) return isoMoment
    if (dateTypes.has(oid)) return asText
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid)
  }) as typeof pg.types.getTypeParser,
}

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
