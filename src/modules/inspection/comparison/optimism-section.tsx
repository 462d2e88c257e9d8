import { Table, type TableRow } from '../../../platform/web/components/table.tsx'
import { atStart } from '../../../platform/web/words/numbers.ts'
import { gradeShares } from '../grading/share.ts'
import { TableRegion } from '../../../platform/web/layout/table-region.tsx'
import { whenOf } from '../history/order.ts'
import { periodWords } from '../history/when.ts'
import { SourceLink } from '../forces/source-link.tsx'
import type { Result } from '../record/visit.ts'
import type { Optimism } from './optimism.ts'
import type { Mapping } from './queries.ts'

/** A force's grades of its own cases beside inspectors' grades of the same cases, from the totals only. */
export const OptimismSection = ({
  optimism,
  mappings,
}: {
  optimism: readonly Optimism[]
  mappings: readonly Mapping[]
}) => (
  <section aria-labelledby="optimism">
    <h2 class="govuk-heading-m" id="optimism">
      How forces graded their own cases
    </h2>
    <p class="govuk-body">
      Twice, the force and the inspectors graded the same cases and both totals were published.
      Which case received which grade was not, so the two sides cannot be paired and no interval is
      given.
    </p>
    {optimism.map(one => (
      <OneForce one={one} />
    ))}
    <h3 class="govuk-heading-s">Rules that join grades</h3>
    <dl class="govuk-body turnstone-rules">
      {mappings.map(mapping => (
        <>
          <dt>
            <strong>{mapping.title}</strong>
          </dt>
          <dd>
            {`${mapping.why} `}
            <SourceLink url={mapping.sourceUrl} about={mapping.title} />
          </dd>
        </>
      ))}
    </dl>
  </section>
)

const OneForce = ({ one }: { one: Optimism }) => (
  <div class="turnstone-sample">
    <TableRegion label={`Grades by the force and by inspectors, ${one.forceName}`}>
      <Table
        classes="turnstone-table"
        caption={`${one.forceName}, ${periodWords(whenOf(one.visit))}: ${one.cases} cases graded by both, scale: ${one.scale.title}`}
        captionClasses="govuk-table__caption--s"
        firstCellIsHeader
        head={['Grade', numeric('By the force'), numeric('By inspectors')]}
        rows={rowsOf(one)}
      />
    </TableRegion>
    <p class="govuk-body">{differenceInWords(one)}</p>
    {one.contradiction !== null && (
      <p class="govuk-body">
        {`${one.contradiction} One count is too high and the source does not say which, so the difference is given as a range over every count that may be.`}
      </p>
    )}
    <p class="govuk-body-s">
      {[one.byForce, one.byInspectors]
        .filter(({ note }) => note !== '')
        .map(({ note, assessor }) => `${atStart(assessor)}: ${note}. `)}
      <SourceLink url={one.byInspectors.sourceUrl} about={one.forceName} />
    </p>
  </div>
)

const numeric = (text: string) => ({ text, format: 'numeric' }) as const

function rowsOf({ byForce, byInspectors, scale }: Optimism): TableRow[] {
  const own = countsOf(byForce, scale)
  const theirs = countsOf(byInspectors, scale)
  return [...new Set([...own.keys(), ...theirs.keys()])].map(counted => [
    atStart(counted),
    numeric(String(own.get(counted) ?? 'not found')),
    numeric(String(theirs.get(counted) ?? 'not found')),
  ])
}

function countsOf(result: Result, scale: Optimism['scale']): Map<string, number> {
  const found = gradeShares(result, scale)
  if (found.is === 'nothing counted' || found.is === 'outcomes') return new Map()
  const counts = found.is === 'shares' ? found.shares : found.counts
  return new Map(counts.map(({ counted, count }) => [counted, count]))
}

function differenceInWords({ meanDifference, atLeastHigher, cases }: Optimism): string {
  const higher = `The force must have graded at least ${atLeastHigher} of the ${cases} cases higher than inspectors did, however they are paired.`
  if ('is' in meanDifference) return `${higher} ${meanDifference.reason}`
  const [low, high] = [meanDifference.low.toFixed(1), meanDifference.high.toFixed(1)]
  const range = low === high ? low : `${low} to ${high}`
  return `${higher} On average the force's grades were ${range} of a grade higher, counting each step between grades as one (a choice of ours).`
}
