import { ForceLink } from '../history/force-link.tsx'
import { StackedTable } from '../../../platform/web/layout/stacked-table.tsx'
import type { TableRow } from '../../../platform/web/components/table.tsx'
import { periodWords } from '../history/when.ts'
import { whenOf } from '../history/order.ts'
import { foundInWords } from './finding-words.ts'
import type { ForceRow } from './programme.ts'

/** The forces that were asked for, a row each, or what to do when none matches. */
export const ForcesTable = ({ rows, of }: { rows: readonly ForceRow[]; of: number }) =>
  rows.length === 0 ? (
    <p class="govuk-body" id="no-forces">
      No force matches what you chose. Choose less, or{' '}
      <a class="govuk-link" href="/inspections#forces">
        show all forces
      </a>
      .
    </p>
  ) : (
    <StackedTable
      caption={rows.length === of ? `All ${of} forces` : `${rows.length} of ${of} forces`}
      captionClasses="govuk-table__caption--s"
      head={[
        'Force',
        'Region',
        'First inspected',
        'Latest visit',
        visitsHead,
        'What was found last',
      ]}
      rows={rows.map(rowOf)}
    />
  )

const visitsHead = { text: 'Visits', format: 'numeric' } as const

function rowOf({ force, firstInspected, latest, visits, found }: ForceRow): TableRow {
  return [
    {
      text: <ForceLink force={force} />,
    },
    force.region,
    periodWords(firstInspected),
    latest === null ? 'date not found' : `${periodWords(whenOf(latest))} (${latest.kind})`,
    { text: String(visits.length), format: 'numeric' },
    foundInWords(found),
  ]
}
