import { Figure } from '../../../platform/web/charts/figure.tsx'
import {
  ShareIntervals,
  type Share,
  type ShareGroup,
} from '../../../platform/web/charts/share-intervals.tsx'
import { atStart } from '../../../platform/web/words/numbers.ts'
import { isWholeSample } from '../grading/sample.ts'
import { gradeShares, type Counted } from '../grading/share.ts'
import { visitName } from '../history/when.ts'
import type { ForceHistory, VisitHistory } from './history.ts'

/** Whole samples beside each other as shares with intervals; the tables below hold the same figures. */
export const SharesChart = ({ history }: { history: ForceHistory }) => {
  const groups = history.visits.flatMap(groupOf)
  if (groups.length === 0) return null
  return (
    <section aria-labelledby="shares">
      <h2 class="govuk-heading-m" id="shares">
        Cases by grade
      </h2>
      <Figure
        caption="Shares of the cases read at each visit, with 95% intervals (Wilson)."
        note="Whole samples graded by inspectors, each in the scale of its own time. The intervals tell how far chance alone could move a share; they do not make chosen cases stand for all cases. The tables under each visit hold the same figures."
      >
        <ShareIntervals
          id="shares-chart"
          title={`${history.force.name}: cases by grade at each visit`}
          description={groups.map(inWords).join(' ')}
          groups={groups}
        />
      </Figure>
    </section>
  )
}

const marks: Readonly<Record<Counted, NonNullable<Share['mark']>>> = {
  good: 0,
  adequate: 1,
  'requires improvement': 2,
  'requires improvement or inadequate': 2,
  inadequate: 3,
}

function groupOf({ visit, results }: VisitHistory): ShareGroup[] {
  const whole = results.filter(
    ({ result }) => result.assessor === 'inspector' && isWholeSample(result),
  )
  return whole.flatMap(({ result, scale }) => {
    const found = gradeShares(result, scale)
    if (found.is !== 'shares') return []
    const shares = found.shares.flatMap(({ counted, count, of, share }) =>
      share.is === 'calculated'
        ? [
            {
              label: atStart(counted),
              x: count,
              n: of,
              low: share.interval.low,
              high: share.interval.high,
              mark: marks[counted] ?? 2,
            },
          ]
        : [],
    )
    const sample = result.sample === 'all' ? '' : ` ${result.sample.replace(/^all /, '')}`
    return [{ label: `${visitName(visit)}${sample}`, shares }]
  })
}

const inWords = ({ label, shares }: ShareGroup): string =>
  `${label}: ${shares.map(({ label: grade, x, n }) => `${grade ?? ''} ${x} of ${n}`).join(', ')}.`
