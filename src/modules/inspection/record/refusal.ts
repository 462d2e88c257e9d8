import type { ColumnOf, FileName } from './files.ts'
import { recordFiles } from './files.ts'

/** One reason why a file of the record cannot be taken, told so that its author finds the place. */
export interface FileRefusal {
  /** Below `reference/`. */
  file: string
  /** Counted from 1; the header is line 1. */
  line: number
  /** Name of the column, or null where the whole line is meant. */
  column: string | null
  /** A plain sentence. */
  reason: string
}

/** A refusal of one cell of a row that could be read. */
export const refusalOf = <File extends FileName>(
  file: File,
  { position }: { position: number },
  column: ColumnOf<File> | null,
  reason: string,
): FileRefusal => ({ file: recordFiles[file].path, line: position, column, reason })

/** `published-inspections/results.csv, line 12, column cases: …` */
export const refusalInWords = ({ file, line, column, reason }: FileRefusal): string =>
  `${file}, line ${line}${column === null ? '' : `, column ${column}`}: ${reason}`

/** A file with a slip on every line would bury the first: this many are listed, the rest counted. */
export const listedRefusals = 100
