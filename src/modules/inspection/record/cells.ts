import type { ColumnOf, FileName } from './files.ts'
import { recordFiles } from './files.ts'
import { readPeriod } from './period.ts'
import type { FileRefusal } from './refusal.ts'
import type { Row } from './rows.ts'
import type { Period } from './visit.ts'

/**
 * Reads the cells of one row, each as what its column holds. A cell that cannot be read is added to
 * the refusals and gives a stand-in, which nobody sees: a record with a refusal is never given out.
 */
export interface Cells<File extends FileName> {
  text(column: ColumnOf<File>): string
  /** Empty where the record says nothing. */
  textOrEmpty(column: ColumnOf<File>): string
  slug(column: ColumnOf<File>): string
  oneOf<Word extends string>(column: ColumnOf<File>, words: Words<Word>): Word
  /** One or more words with `; ` between them. */
  someOf<Word extends string>(column: ColumnOf<File>, words: Words<Word>): Word[]
  /** Null where the cell is empty: not found, never zero. */
  count(column: ColumnOf<File>): number | null
  percent(column: ColumnOf<File>): number | null
  period(column: ColumnOf<File>): Period | null
  url(column: ColumnOf<File>): string
  urlOrEmpty(column: ColumnOf<File>): string
}

/** At least one, so that there is a stand-in. */
type Words<Word> = readonly [Word, ...Word[]]

export function readCells<File extends FileName>(
  file: File,
  row: Row<File>,
  refusals: FileRefusal[],
): Cells<File> {
  const refuse = (column: string, reason: string): void => {
    refusals.push({ file: recordFiles[file].path, line: row.line, column, reason })
  }
  const matching = (column: ColumnOf<File>, pattern: RegExp, reason: string): string => {
    const text = row.cells[column]
    if (!pattern.test(text)) refuse(column, reason)
    return text
  }
  const oneOf = <Word extends string>(column: string, text: string, words: Words<Word>) => {
    const word = words.find(each => each === text)
    if (word === undefined) refuse(column, `${quoted(text)} is not one of: ${words.join(', ')}.`)
    return word ?? words[0]
  }
  const wholeNumber = (column: ColumnOf<File>): number | null => {
    if (row.cells[column] === '') return null
    return Number(matching(column, /^\d{1,6}$/, 'A count is a whole number such as 0 or 42.'))
  }
  const url = (column: ColumnOf<File>): string => {
    const text = matching(column, /^https?:\/\/[^\s"<>\\]+$/, urlReason)
    if (!URL.canParse(text)) refuse(column, urlReason)
    return text
  }
  return {
    text: column => matching(column, /./, 'The cell is empty.'),
    textOrEmpty: column => row.cells[column],
    slug: column =>
      matching(column, /^[a-z][a-z0-9-]{0,79}$/, 'A name such as west-midlands is expected.'),
    oneOf: (column, words) => oneOf(column, row.cells[column], words),
    someOf: (column, words) =>
      row.cells[column].split('; ').map(text => oneOf(column, text, words)),
    count: wholeNumber,
    percent: column => {
      const percent = wholeNumber(column)
      if (percent !== null && percent > 100) refuse(column, `${percent}% is more than 100%.`)
      return percent
    },
    period: column => {
      const text = row.cells[column]
      const period = text === '' ? null : readPeriod(text)
      if (text !== '' && period === null) refuse(column, `${quoted(text)} ${periodReason}`)
      return period
    },
    url,
    urlOrEmpty: column => (row.cells[column] === '' ? '' : url(column)),
  }
}

const urlReason = 'A web address that begins with http:// or https:// is expected.'
const periodReason =
  'is not a day, month, season or year of the record, such as 2014-06 or 2023-07-24/2023-08-04.'

/** A cell may be long; a sentence that quotes it should not be. */
const quoted = (text: string): string => `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`
