import { ForceLink } from '../history/force-link.tsx'
import { binomialFunnelLimits } from '../../../methods/funnel/binomial-limits.ts'
import { Table, type TableRow } from '../../../platform/web/components/table.tsx'
import { Figure } from '../../../platform/web/charts/figure.tsx'
import type { FunnelLimits } from '../../../platform/web/charts/funnel-props.ts'
import { Funnel as FunnelChart } from '../../../platform/web/charts/funnel.tsx'
import { percent, percentInterval } from '../../../platform/web/words/numbers.ts'
import { TableRegion } from '../../../platform/web/layout/table-region.tsx'
import { whenOf } from '../history/order.ts'
import { periodWords } from '../history/when.ts'
import { SourceLink } from '../forces/source-link.tsx'
import { chance, seen, together } from './funnel-words.ts'
import { fewestCases, type Funnel, type Place } from './funnel.ts'

/** The funnel as a picture, the same figures as a table, and how many flags chance alone would raise. */
export const FunnelFigure = ({ funnel }: { funnel: Funnel }) => (
  <section aria-labelledby="funnel">
    <h2 class="govuk-heading-m" id="funnel">
      Share of cases graded good at the first inspection with all three grades
    </h2>
    <Figure
      caption={seen(funnel)}
      note={`${chance(funnel)} ${together(funnel)}`}
      table={<PlacesTable funnel={funnel} />}
    >
      <FunnelChart
        id="funnel-chart"
        title="Share graded good by number of cases read"
        description={seen(funnel)}
        points={funnel.places.map(({ force, good, cases, position }) => ({
          label: force.name,
          x: good,
          n: cases,
          position,
        }))}
        centre={{
          label: `All ${funnel.places.length}`,
          share: funnel.target.good / funnel.target.cases,
        }}
        limits={[limitCurve(funnel, '95%', 0.95), limitCurve(funnel, '99.8%', 0.998)]}
        axes={{ up: 'Share graded good', along: 'Cases read' }}
      />
    </Figure>
  </section>
)

/** Limits at every third number of cases, from the fewest that get a place: smooth to the eye. */
function limitCurve(funnel: Funnel, level: FunnelLimits['level'], at: number): FunnelLimits {
  const sizes = funnel.places.map(({ cases }) => cases)
  const [from, to] = [fewestCases, Math.max(...sizes) + 10]
  const target = funnel.target.good / funnel.target.cases
  const points = Array.from({ length: Math.floor((to - from) / 3) + 1 }, (_, step) => {
    const n = from + 3 * step
    const limits = binomialFunnelLimits({ n, target, level: at })
    return limits.is === 'calculated' ? [{ n, ...limits.interval }] : []
  }).flat()
  return {
    level,
    n: points.map(({ n }) => n),
    low: points.map(({ low }) => low),
    high: points.map(({ high }) => high),
  }
}

const PlacesTable = ({ funnel }: { funnel: Funnel }) => (
  <TableRegion label="Share of cases graded good at the first inspection, by force">
    <Table
      classes="turnstone-table"
      caption="The same figures, by name"
      captionClasses="govuk-table__caption--s"
      firstCellIsHeader
      head={[
        'Force',
        'Inspected',
        numeric('Good'),
        numeric('Share'),
        numeric('95% interval of the share'),
        numeric('95% limits of chance'),
        numeric('99.8% limits of chance'),
        'Place',
        'Source',
      ]}
      rows={funnel.places.map(rowOf)}
    />
  </TableRegion>
)

const numeric = (text: string) => ({ text, format: 'numeric' }) as const

const rowOf = (place: Place): TableRow => [
  {
    text: <ForceLink force={place.force} />,
  },
  periodWords(whenOf(place.graded.visit)),
  numeric(`${place.good} of ${place.cases}`),
  numeric(place.share.is === 'calculated' ? percent(place.share.estimate) : 'not defined'),
  numeric(intervalWords(place.share)),
  numeric(intervalWords(place.limits95)),
  numeric(intervalWords(place.limits998)),
  placeWords[place.position],
  { text: <SourceLink url={place.graded.result.sourceUrl} about={place.force.name} /> },
]

const intervalWords = (result: Place['share'] | Place['limits95']): string =>
  result.is === 'calculated'
    ? percentInterval(result.interval.low, result.interval.high)
    : 'not defined'

const placeWords: Record<Place['position'], string> = {
  inside: 'Inside the limits',
  'outside 95%': 'Outside the 95% limits',
  'outside 99.8%': 'Outside the 99.8% limits',
  'no position': 'Too few cases for a place',
}
