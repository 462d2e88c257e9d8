import { binomialFunnelLimits } from '../../../methods/funnel/binomial-limits.ts'
import { Table, type TableRow } from '../../../platform/web/components/table.tsx'
import { Figure } from '../../../platform/web/charts/figure.tsx'
import type { FunnelLimits } from '../../../platform/web/charts/funnel-props.ts'
import { Funnel as FunnelChart } from '../../../platform/web/charts/funnel.tsx'
import { listInWords, percent, percentInterval } from '../../../platform/web/words/numbers.ts'
import { TableRegion } from '../../../platform/web/layout/table-region.tsx'
import { whenOf } from '../history/order.ts'
import { periodWords } from '../history/when.ts'
import { SourceLink } from '../forces/source-link.tsx'
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

function seen({ places }: Funnel): string {
  const named = (position: Place['position']) =>
    places.filter(place => place.position === position).map(({ force }) => force.name)
  const [far, outside] = [named('outside 99.8%'), named('outside 95%')]
  const inside = named('inside').length
  const parts = [
    `${inside} of ${places.length} forces are inside the 95% limits`,
    outside.length > 0 ? `outside the 95% limits: ${listInWords(outside)}` : '',
    far.length > 0
      ? `outside the 99.8% limits: ${listInWords(far)}`
      : 'none is outside the 99.8% limits',
  ]
  return `${parts.filter(part => part !== '').join('; ')}.`
}

const chance = ({ expectedOutside: { at95, at998 }, places }: Funnel): string =>
  `Exact binomial limits (Spiegelhalter 2005) around the joint share. If all ${places.length} forces were alike, chance alone would put about ${at95.toFixed(2)} of them outside the 95% limits and ${at998.toFixed(3)} outside the 99.8% limits.`

/** Limits for chance alone flag too many where the places differ among themselves. */
function together({ dispersion, widened }: Funnel): string {
  if (dispersion.is !== 'calculated') return dispersion.reason
  const { phiRaw, chance: byChance } = dispersion.estimate
  const spread = `Taken together the squared distances from the joint share average ${phiRaw.toFixed(1)}, where chance alone gives about 1.`
  return byChance < 0.05
    ? `${spread} Chance alone would give as much in about ${Math.max(1, Math.round(byChance * 1000))} of 1,000 such sets, so these forces, or the cases chosen from them, differ by more than chance and the limits flag too readily. ${widenedWords(widened)}`
    : `${spread} Chance alone would give as much in about ${Math.round(byChance * 100)} of 100 such sets, so there is no sign that the limits are too narrow.`
}

const widenedWords = (outside: Funnel['widened']): string =>
  `With 95% limits widened by that spread (additive τ², Spiegelhalter 2005), ${outside.length === 0 ? 'no force is outside' : `outside: ${listInWords(outside.map(({ name }) => name))}`}.`

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
    text: (
      <a class="govuk-link" href={`/inspections/forces/${place.force.slug}`}>
        {place.force.name}
      </a>
    ),
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
