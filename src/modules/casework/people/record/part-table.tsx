import type { ComponentChildren } from 'preact'
import { StackedTable } from '../../../../platform/web/layout/stacked-table.tsx'

export interface PartTableProps {
  /** Address of these parts, below the person's. */
  at: string
  title: string
  /** Words of the link that leads to the form for another. */
  add: string
  head: readonly string[]
  rows: readonly { id: string; cells: readonly string[] }[]
  changeable: boolean
  /** What stands below the rows, before the link to add another. */
  children?: ComponentChildren
}

/** One kind of thing on a person's record, each with its source and the way to change it. */
export const PartTable = ({ at, title, add, head, rows, changeable, children }: PartTableProps) => (
  <section>
    {rows.length === 0 ? (
      <>
        <h2 class="govuk-heading-m">{title}</h2>
        <p class="govuk-body">None on record.</p>
      </>
    ) : (
      <StackedTable
        caption={title}
        captionClasses="govuk-table__caption--m"
        head={[
          ...head,
          ...(changeable ? [{ text: 'Change', classes: 'govuk-!-display-none-print' }] : []),
        ]}
        rows={rows.map(({ id, cells }) => [
          ...cells,
          ...(changeable
            ? [
                {
                  text: <ChangeLink href={`${at}/${id}/edit`} what={cells[0]} />,
                  classes: 'govuk-!-display-none-print',
                },
              ]
            : []),
        ])}
      />
    )}
    {children}
    {changeable && (
      <p class="govuk-body govuk-!-display-none-print">
        <a class="govuk-link" href={`${at}/new`}>
          {add}
        </a>
      </p>
    )}
  </section>
)

const ChangeLink = ({ href, what }: { href: string; what: string | undefined }) => (
  <a class="govuk-link" href={href}>
    Change<span class="govuk-visually-hidden"> {what}</span>
  </a>
)
