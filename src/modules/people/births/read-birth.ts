import type { BirthPrecision } from '../persons/person.ts'
import { isoDay, monthOf, plainWords, readDay } from '../days/read-day.ts'

/** A day of birth as somebody wrote it: the first day of the month or year where no more was said. */
export type WrittenBirth =
  { precision: 'unknown' } | { precision: Exclude<BirthPrecision, 'unknown'>; on: string }

/**
 * The birth that somebody wrote, exactly as far as it was said; null when it cannot be read.
 * @example readBirth('about 1998') // { precision: 'about', on: '1998-01-01' }
 * @example readBirth('March 2009') // { precision: 'month', on: '2009-03-01' }
 */
export function readBirth(text: string): WrittenBirth | null {
  const words = plainWords(text)
  if (['', 'unknown', 'not known'].includes(words)) return { precision: 'unknown' }
  const about = /^(?:about|approx|approximately|circa|c) (\d{4})$/.exec(words)
  if (about !== null) return known('about', isoDay([about[1] ?? '', '1', '1']))
  if (/^\d{4}$/.test(words)) return known('year', isoDay([words, '1', '1']))
  return known('day', readDay(text)) ?? known('month', monthOn(words))
}

function monthOn(words: string): string | null {
  const iso = /^(\d{4}) (\d{1,2})$/.exec(words)
  if (iso !== null) return isoDay([iso[1] ?? '', iso[2] ?? '', '1'])
  const [, month = '', year = ''] = /^(\d{1,2}|[a-z]+) (\d{4})$/.exec(words) ?? []
  return isoDay([year, monthOf(month) ?? '', '1'])
}

const known = (
  precision: Exclude<BirthPrecision, 'unknown'>,
  on: string | null,
): WrittenBirth | null => (on === null ? null : { precision, on })
