import { stringify } from 'csv-stringify/sync'
import type { Row } from './row.ts'

/**
 * Rows as CSV (RFC 4180, UTF-8 with a byte order mark so that spreadsheets read Welsh names right).
 * A cell that a spreadsheet would run as a formula is made text.
 */
export const csvOf = (columns: readonly string[], rows: readonly Row[]): string =>
  stringify([...rows], {
    header: true,
    columns: [...columns],
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  })
