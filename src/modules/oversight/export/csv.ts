import { stringify } from 'csv-stringify/sync'
import type { LogEntry } from '../entries/entry.ts'

/**
 * Entries as CSV (RFC 4180, UTF-8 with a byte order mark, lines as spreadsheets write them). A cell
 * that a spreadsheet would run as a formula is made text: names and codes come from people.
 */
export const csvOf = (entries: readonly LogEntry[], wordsOf: (verb: string) => string): string =>
  stringify(
    entries.map(entry => [
      entry.id,
      entry.at,
      entry.who,
      entry.roles.join('; '),
      entry.agency,
      entry.userId,
      entry.verb,
      wordsOf(entry.verb),
      entry.class,
      entry.outcome,
      entry.caseId,
      entry.personId,
      entry.others,
      entry.asked,
      entry.allowedBy,
      entry.purpose,
      entry.codes.join('; '),
    ]),
    { header: true, columns, bom: true, escape_formulas: true, record_delimiter: 'windows' },
  )

const columns = [
  'entry',
  'at (UTC)',
  'who',
  'roles then',
  'agency',
  'user',
  'verb',
  'what',
  'class',
  'outcome',
  'case',
  'person',
  'others shown or touched',
  'asked for',
  'allowed by',
  'purpose',
  'noticed',
]
