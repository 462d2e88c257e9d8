import type { VNode } from 'preact'
import { part, spaced } from './options.ts'
import type { Absent, Attributes, Content, Part, Styled } from './options.ts'

export interface TableCell {
  readonly text: Content
  readonly format?: 'numeric' | undefined
  readonly classes?: string | undefined
  readonly colspan?: number | undefined
  readonly rowspan?: number | undefined
  readonly attributes?: Attributes | undefined
}

export type TableRow = readonly Part<TableCell>[]

export interface TableProps extends Styled {
  readonly caption?: Content
  readonly captionClasses?: string | undefined
  readonly head?: TableRow | undefined
  readonly rows: readonly (TableRow | Absent)[]
  /** The first cell of each row names the row. */
  readonly firstCellIsHeader?: boolean | undefined
  /** Ours, not govuk-frontend's: the names of the columns, written on each cell for `StackedTable`. */
  readonly columnLabels?: readonly (string | undefined)[] | undefined
}

/**
 * Rows and columns. A page may hold hundreds of cells, so that rows and cells are plain functions
 * that return elements, not components of their own.
 */
export const Table = (props: TableProps) => (
  <table {...props.attributes} class={spaced('govuk-table', props.classes)}>
    {props.caption && (
      <caption class={spaced('govuk-table__caption', props.captionClasses)}>
        {props.caption}
      </caption>
    )}
    {props.head && (
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">{props.head.map(columnHeader)}</tr>
      </thead>
    )}
    <tbody class="govuk-table__body">{body(props)}</tbody>
  </table>
)

function body({ rows, firstCellIsHeader, columnLabels }: TableProps): VNode[] {
  const shown: VNode[] = []
  for (const row of rows) {
    if (!row) continue
    const cells = row.map((cell, at) =>
      at === 0 && firstCellIsHeader ? rowHeader(cell) : dataCell(cell, columnLabels?.[at]),
    )
    shown.push(<tr class="govuk-table__row">{cells}</tr>)
  }
  return shown
}

function columnHeader(given: Part<TableCell>): VNode {
  const cell: TableCell = part(given)
  return (
    <th
      {...cell.attributes}
      scope="col"
      class={classOf('govuk-table__header', cell)}
      colspan={cell.colspan}
      rowspan={cell.rowspan}
    >
      {cell.text}
    </th>
  )
}

function rowHeader(given: Part<TableCell>): VNode {
  const cell: TableCell = part(given)
  const name = spaced('govuk-table__header', cell.classes)
  if (isPlain(cell)) {
    return (
      <th scope="row" class={name}>
        {cell.text}
      </th>
    )
  }
  return (
    <th {...cell.attributes} scope="row" class={name} colspan={cell.colspan} rowspan={cell.rowspan}>
      {cell.text}
    </th>
  )
}

function dataCell(given: Part<TableCell>, label: string | undefined): VNode {
  const text = typeof given === 'string' ? given : given.text
  const name = typeof given === 'string' ? 'govuk-table__cell' : classOf('govuk-table__cell', given)
  if (typeof given !== 'string' && !isPlain(given)) {
    return (
      <td
        {...given.attributes}
        class={name}
        colspan={given.colspan}
        rowspan={given.rowspan}
        data-label={label}
      >
        {text}
      </td>
    )
  }
  if (label === undefined) return <td class={name}>{text}</td>
  return (
    <td class={name} data-label={label}>
      {text}
    </td>
  )
}

/** Hundreds of cells are words alone: what they do without is not made, looked at and left out again. */
const isPlain = (cell: TableCell): boolean =>
  cell.attributes === undefined && cell.colspan === undefined && cell.rowspan === undefined

const classOf = (name: string, { format, classes }: TableCell) =>
  format === undefined && classes === undefined
    ? name
    : spaced(name, format && `${name}--${format}`, classes)
