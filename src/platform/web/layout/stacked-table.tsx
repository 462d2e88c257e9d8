/**
 * A wide table for all-day reading: rows of one line on a page, one block a row on a phone, where each
 * cell says the name of its column. The head stays in sight while a person reads down.
 */
import { Table, type TableCell, type TableProps, type TableRow } from '../components/table.tsx'
import { spaced } from '../components/options.ts'

export interface StackedTableProps extends Omit<TableProps, 'head' | 'firstCellIsHeader'> {
  /** The columns; the first names the row. */
  readonly head: TableRow
}

export const StackedTable = ({ head, rows, classes, ...table }: StackedTableProps) => {
  const labels = head.map(cell => (typeof cell === 'string' ? cell : cell.text))
  return (
    <Table
      {...table}
      head={head}
      rows={rows.map(row => row && row.map((cell, column) => labelled(cell, labels[column])))}
      firstCellIsHeader
      classes={spaced('turnstone-table turnstone-table--stacked', classes)}
    />
  )
}

function labelled(cell: TableRow[number], label: TableCell['text']): TableCell {
  const long = typeof cell === 'string' ? { text: cell } : cell
  return typeof label === 'string'
    ? { ...long, attributes: { ...long.attributes, 'data-label': label } }
    : long
}
