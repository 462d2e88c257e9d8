import { stringify } from 'csv-stringify/sync'
import { momentInWords } from '../../../../platform/web/words/moments.ts'
import { counted } from '../../../../platform/web/words/numbers.ts'
import { columns, type ExportedCase } from '../columns.ts'
import type { ExportRequest } from '../export.ts'
import { askedInWords, purposeInWords } from '../words.ts'

export interface CasesFile {
  request: ExportRequest
  cases: readonly ExportedCase[]
  /** Whether more fitted than a file may hold. */
  more: boolean
  takenAt: string
}

/**
 * The file: who took it, when, why, who agreed and how many, a line each; an empty line; then the table
 * (RFC 4180, UTF-8 with a byte order mark, every line with as many cells as there are columns). A cell that
 * a spreadsheet would run as a formula is made text.
 */
export const textOfFile = ({ request, cases, more, takenAt }: CasesFile): string =>
  stringify(
    [
      ...said({ request, cases, more, takenAt }).map(([key, value]) => padded([key, value])),
      padded([]),
      columns.map(({ title }) => title),
      ...cases.map(one => columns.map(({ cell }) => cell(one))),
    ],
    { bom: true, escape_formulas: true, record_delimiter: 'windows' },
  )

const said = ({ request, cases, more, takenAt }: CasesFile): [string, string][] => [
  [
    'Cases from Turnstone',
    'Personal data: keep it where the purpose needs it, and delete it afterwards',
  ],
  ['Taken by', `${request.asker}, ${request.agency}`],
  ['Taken at', momentInWords(takenAt)],
  ['What for', purposeInWords[request.purpose]],
  ['Why', request.why],
  ['Agreed by', `${request.decider ?? ''}, at ${momentInWords(request.decidedAt ?? takenAt)}`],
  // Whose name was searched would tell of each case in the file that this person is on it.
  ['Asked for', askedInWords(request, { name: false })],
  ['Cases', `${counted(cases.length, 'case')}${more ? ', the newest of more' : ''}`],
  ['Request', request.id],
]

const padded = (cells: readonly string[]): string[] => columns.map((_, place) => cells[place] ?? '')
