import type { TableRow } from '../../../platform/web/components/table.tsx'
import { dayInWords } from '../../../platform/web/words/dates.ts'
import { atStart, plural } from '../../../platform/web/words/numbers.ts'
import { StackedTable } from '../../../platform/web/layout/stacked-table.tsx'
import { periodWords } from '../history/when.ts'
import type { Point } from '../record/visit.ts'
import type { Due } from './due.ts'
import type { ForceHistory } from './history.ts'
import { SourceLink } from './source-link.tsx'

/** What inspectors asked or criticised, each with what it was and, where it is known, when it was due. */
export const PointsAsked = ({ points }: { points: ForceHistory['points'] }) => (
  <section aria-labelledby="asked">
    <h2 class="govuk-heading-m" id="asked">
      What inspectors asked or criticised
    </h2>
    {points.length === 0 ? (
      <p class="govuk-body">Nothing on the record yet.</p>
    ) : (
      <>
        <p class="govuk-body">{sentence(points)}</p>

        <StackedTable
          head={['What', 'Published', 'What it was', 'Area', 'Due', 'Source']}
          rows={points.map(rowOf)}
        />
      </>
    )}
  </section>
)

function sentence(points: ForceHistory['points']): string {
  const recommendations = points.filter(({ point }) => point.basis === 'recommendation').length
  const dated = points.filter(({ due }) => due.is === 'due').length
  const which =
    recommendations === 0
      ? 'none of them a recommendation as far as was found'
      : `${recommendations} of them recommendations`
  return `${atStart(plural(points.length, 'point'))}, in our words, ${which}. A due date is shown only where both the timescale and the day of publication are known: ${plural(dated, 'point')}.`
}

const rowOf = ({ point, due }: { point: Point; due: Due }): TableRow => [
  point.summary,
  point.published === null ? point.event : periodWords(point.published),
  `${atStart(point.basis)}${point.status === '' ? '' : ` (${point.status})`}`,
  atStart(point.area),
  due.is === 'due' ? `${atStart(due.timescale.words)}: ${dueWords(due)}` : atStart(due.why),
  { text: <SourceLink url={point.sourceUrl} about={point.summary} /> },
]

const dueWords = (due: Extract<Due, { is: 'due' }>): string =>
  due.timescale.unit === 'none' ? `from ${dayInWords(due.on)}` : `by ${dayInWords(due.on)}`
