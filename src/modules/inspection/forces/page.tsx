import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { plural, atStart } from '../../../platform/web/words/numbers.ts'
import type { ForceHistory } from './history.ts'
import { PointsAsked } from './points-table.tsx'
import { SharesChart } from './shares-chart.tsx'
import { VerdictPanel } from './verdict-panel.tsx'
import { VisitSection } from './visit-section.tsx'

/** One force: what its inspections show and do not show, each visit, and what inspectors asked. */
export const forcePage = (history: ForceHistory): PageAnswer => ({
  title: `${history.force.name}: child-protection inspections`,
  heading: history.force.name,
  caption: 'Published child-protection inspections',
  breadcrumbs: [
    { text: 'Home', href: '/' },
    { text: 'Inspections', href: '/inspections' },
  ],
  lead: opening(history),
  children: (
    <>
      <Verdicts history={history} />
      <SharesChart history={history} />
      <section aria-labelledby="visits">
        <h2 class="govuk-heading-m" id="visits">
          Each visit
        </h2>
        {history.groups.map(group => (
          <p class="govuk-body">
            {`This force is one of the ${group.name.toLowerCase()}, for which one sum was published. `}
            <a class="govuk-link" href="/inspections/comparison#not-compared">
              The sum is shown with the comparison
            </a>
            {' and is not repeated here.'}
          </p>
        ))}
        {history.visits.map(visit => (
          <VisitSection history={visit} />
        ))}
      </section>
      <PointsAsked points={history.points} />
      <p class="govuk-body govuk-!-display-none-print">
        <a class="govuk-link" href={`/api/inspections/forces/${history.force.slug}`}>
          Everything on this page as JSON
        </a>
      </p>
    </>
  ),
})

function opening({ force, visits }: ForceHistory): string {
  const withFigures = visits.filter(
    ({ results, areas }) => areas.length > 0 || results.some(({ result }) => result.cases !== null),
  ).length
  const found =
    withFigures === visits.length
      ? 'each with published figures'
      : `${plural(withFigures, 'visit')} with published figures`
  return `${atStart(plural(visits.length, 'published visit'))} to this force, ${found}. Region: ${force.region}.`
}

/** What may be said about change, before the figures that it rests on. */
const Verdicts = ({ history }: { history: ForceHistory }) => (
  <section aria-labelledby="change">
    <h2 class="govuk-heading-m" id="change">
      Were later cases graded better?
    </h2>
    {history.verdicts.length === 0 ? (
      <p class="govuk-body">
        This cannot be said: fewer than two visits published figures that could be set beside each
        other.
      </p>
    ) : (
      history.verdicts.map(({ span, verdict }) => <VerdictPanel span={span} verdict={verdict} />)
    )}
  </section>
)
