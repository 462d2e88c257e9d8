import { Figure } from '../../../platform/web/charts/figure.tsx'
import { ShareIntervals, type ShareGroup } from '../../../platform/web/charts/share-intervals.tsx'
import { wilson } from '../../../methods/intervals/wilson.ts'
import { withThousands } from '../../../platform/web/words/numbers.ts'
import type { Headlines } from '../../inspection/index.ts'

/** The national totals as a picture with their words: first inspections, and reviews apart. */
export const NationalTotals = ({ totals }: { totals: Headlines['totals'] }) => {
  const groups = (['inspection', 'post-inspection review'] as const).flatMap(kind =>
    groupOf(totals, kind),
  )
  return (
    <>
      <h2 class="govuk-heading-m">What inspectors found in the cases that they read</h2>
      <Figure
        caption="Cases graded good, requires improvement or inadequate, all years together, with 95% intervals."
        note={
          <>
            Only whole samples with all three counts. Reviews may look first at what failed before,
            so the two are not a trend. The cases were chosen by inspectors: the figures describe
            these cases only.{' '}
            <a class="govuk-link" href="/inspections#national">
              Figures by year
            </a>
          </>
        }
      >
        <ShareIntervals
          id="national-chart"
          title="Cases by grade, first inspections and reviews"
          description={groups
            .map(
              ({ label, shares }) =>
                `${label}: ${shares.map(share => `${share.label ?? ''} ${share.x} of ${share.n}`).join(', ')}.`,
            )
            .join(' ')}
          groups={groups}
        />
      </Figure>
    </>
  )
}

const titles = { inspection: 'First inspections', 'post-inspection review': 'Reviews' } as const

function groupOf(totals: Headlines['totals'], kind: keyof typeof titles): ShareGroup[] {
  const figure = totals[kind]
  if (figure === null || figure.cases === 0) return []
  const { visits, cases, good, requiresImprovement, inadequate } = figure
  return [
    {
      label: `${titles[kind]}: ${withThousands(cases)} cases in ${visits} visits`,
      shares: [
        shareOf('Good', good, cases, 0),
        shareOf('Requires improvement', requiresImprovement, cases, 2),
        shareOf('Inadequate', inadequate, cases, 3),
      ].flat(),
    },
  ]
}

const shareOf = (label: string, x: number, n: number, mark: 0 | 2 | 3) => {
  const share = wilson({ x, n, level: 0.95 })
  if (share.is !== 'calculated') return []
  return [{ label, x, n, low: share.interval.low, high: share.interval.high, mark }]
}
