/**
 * A wide table for all-day reading: rows of one line on a page, one block a row on a phone, where each
 * cell says the name of its column. The head stays in sight while a person reads down.
 */
import { Table, type TableProps, type TableRow } from '../components/table.tsx'
import { spaced } from '../components/options.ts'

export interface StackedTableProps extends Omit<
  TableProps,
  'head' | 'firstCellIsHeader' | 'columnLabels'
> {
  /** The columns; the first names the row. */
  readonly head: TableRow
}

export const StackedTable = ({ head, rows, classes, ...table }: StackedTableProps) => (
  <Table
    {...table}
    head={head}
    rows={rows}
    columnLabels={head.map(labelOf)}
    firstCellIsHeader
    classes={spaced('turnstone-table turnstone-table--stacked', classes)}
  />
)

const labelOf = (cell: TableRow[number]): string | undefined => {
  const words = typeof cell === 'string' ? cell : cell.text
  return typeof words === 'string' ? words : undefined
}
