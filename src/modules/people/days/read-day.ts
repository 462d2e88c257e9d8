/** A day of the calendar as its parts, months as numbers. */
type Parts = readonly [year: string, month: string, day: string]

/**
 * The day that somebody wrote, as ISO text; null when it is none. British order, in figures or words;
 * years have four figures, so that nothing has to be guessed.
 * @example readDay('29 Feb 2024') // '2024-02-29'
 * @example readDay('23/11/2026') // '2026-11-23'
 */
export function readDay(text: string): string | null {
  const parts = dayParts(plainWords(text))
  return parts === null ? null : isoDay(parts)
}

/** Small letters, one space between words and figures, "3rd" as "3". */
export const plainWords = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/(?<=^|\s)(\d{1,2})(st|nd|rd|th)\b/g, '$1')
    .replace(/[\s.,/-]+/g, ' ')
    .trim()

/** The number of a month from 1 that was written in figures or letters, three at least; null for none. */
export function monthOf(text: string): string | null {
  if (/^\d{1,2}$/.test(text)) return text
  const at = text.length < 3 ? -1 : months.findIndex(name => name.startsWith(text))
  return at === -1 ? null : String(at + 1)
}

/** ISO text of a day that exists; null for the 30th of February. */
export function isoDay([year, month, day]: Parts): string | null {
  const fields = { year: Number(year), month: Number(month), day: Number(day) }
  if (fields.year < 1000 || fields.month < 1 || fields.day < 1) return null
  try {
    return Temporal.PlainDate.from(fields, { overflow: 'reject' }).toString()
  } catch {
    return null
  }
}

function dayParts(words: string): Parts | null {
  const iso = /^(\d{4}) (\d{1,2}) (\d{1,2})$/.exec(words)
  if (iso !== null) return partsOf(iso, [1, 2, 3])
  const british = /^(\d{1,2}) (\d{1,2}|[a-z]+) (\d{4})$/.exec(words)
  if (british === null) return null
  const [year, month, day] = partsOf(british, [3, 2, 1])
  const number = monthOf(month)
  return number === null ? null : [year, number, day]
}

const partsOf = (found: RegExpExecArray, order: readonly [number, number, number]): Parts => {
  const [year = '', month = '', day = ''] = order.map(at => found[at])
  return [year, month, day]
}

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
