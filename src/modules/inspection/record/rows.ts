import { parse } from 'csv-parse/sync'
import { whyNotCellText } from './cell-text.ts'
import type { ColumnOf, FileName } from './files.ts'
import { recordFiles } from './files.ts'
import type { Line } from './lines.ts'
import { linesOf } from './lines.ts'
import type { FileRefusal } from './refusal.ts'

/** One row of a file: every column of the file, and nothing else. */
export interface Row<File extends FileName> {
  line: number
  cells: Record<ColumnOf<File>, string>
}

/**
 * The rows of one file, read strictly: UTF-8, the expected columns in their order, one row a line, no
 * hidden characters, no formulas. What cannot be read is added to `refusals` and left out.
 */
export function readRows<File extends FileName>(
  file: File,
  bytes: Uint8Array | undefined,
  refusals: FileRefusal[],
): Row<File>[] {
  const { path, columns } = recordFiles[file]
  const refuse: Refuse = (line, column, reason) =>
    refusals.push({ file: path, line, column, reason })
  const [header, ...rest] = linesOf(bytes ?? new Uint8Array())
  if (header === undefined) {
    refuse(1, null, bytes === undefined ? 'The file is missing.' : 'The file is empty.')
    return []
  }
  if (!isHeader(header, columns, refuse)) return []
  return rest.flatMap(line => {
    const cells = cellsOf(line, columns, refuse)
    if (cells === null) return []
    const named = Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']))
    return [{ line: line.number, cells: named as Row<File>['cells'] }]
  })
}

type Refuse = (line: number, column: string | null, reason: string) => void

function isHeader(line: Line, columns: readonly string[], refuse: Refuse): boolean {
  const names = line.is === 'text' ? split(line.text) : null
  if (names === null) {
    refuse(1, null, 'The line of column names cannot be read.')
    return false
  }
  const missing = columns.filter(column => !names.includes(column))
  const extra = names.filter(name => !columns.includes(name))
  for (const column of missing) refuse(1, column, 'The column is missing.')
  for (const name of extra) refuse(1, shown(name), 'The file should not have this column.')
  if (missing.length + extra.length > 0) return false
  const misplaced = names.findIndex((name, at) => name !== columns[at])
  if (misplaced !== -1) {
    refuse(1, names[misplaced] ?? null, `The columns should be ${columns.join(', ')}.`)
  }
  return misplaced === -1
}

function cellsOf(line: Line, columns: readonly string[], refuse: Refuse): string[] | null {
  if (line.is === 'not text') {
    const column = columns[cellAtEndOf(line.before)] ?? null
    refuse(line.number, column, `Byte ${line.byte} of the line is not valid UTF-8.`)
    return null
  }
  const cells = split(line.text)
  if (cells === null) {
    refuse(line.number, null, 'A quotation mark is not closed, or stands where none may stand.')
    return null
  }
  if (cells.length !== columns.length) {
    refuse(line.number, null, countReason(cells, columns))
    return null
  }
  return areCellTexts(cells, (at, reason) => {
    refuse(line.number, columns[at] ?? null, reason)
  })
    ? cells
    : null
}

function areCellTexts(cells: string[], refuse: (at: number, reason: string) => void): boolean {
  const faults = cells.map(whyNotCellText)
  for (const [at, reason] of faults.entries()) if (reason !== null) refuse(at, reason)
  return faults.every(reason => reason === null)
}

const countReason = (cells: string[], columns: readonly string[]): string =>
  cells.length === 1 && cells[0] === ''
    ? 'The line is empty.'
    : `The line has ${cells.length} cells; it should have ${columns.length}.`

/** The cells of one line, or null where its quotation marks do not pair. */
function split(text: string): string[] | null {
  if (text === '') return ['']
  try {
    return parse(text, { record_delimiter: '\n', relax_column_count: true })[0] ?? ['']
  } catch {
    return null
  }
}

/** Which cell, counted from 0, a line has reached where its text breaks off. */
function cellAtEndOf(text: string): number {
  const outsideQuotes = text.split('"').filter((_, at) => at % 2 === 0)
  return outsideQuotes.join('').split(',').length - 1
}

/** A foreign column name is shown to the reader of the refusal: short, and nothing hidden in it. */
const shown = (name: string): string =>
  name.replaceAll(/[^\w .-]/g, '?').slice(0, 40) || '(no name)'
