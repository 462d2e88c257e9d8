import { ForceLink } from '../history/force-link.tsx'
import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { percent, withThousands } from '../../../platform/web/words/numbers.ts'
import { StackedTable } from '../../../platform/web/layout/stacked-table.tsx'
import type { LeftOut } from './first-inspections.ts'
import type { Funnel } from './funnel.ts'
import { FunnelFigure } from './funnel-figure.tsx'
import type { GroupSum } from './group-sums.ts'
import { GroupSums } from './group-sums-table.tsx'
import type { Optimism } from './optimism.ts'
import { OptimismSection } from './optimism-section.tsx'
import type { Mapping } from './queries.ts'

export interface ComparisonModel {
  funnel: Funnel
  leftOut: readonly LeftOut[]
  optimism: readonly Optimism[]
  groups: readonly GroupSum[]
  mappings: readonly Mapping[]
}

/** Forces beside each other: more different than chance would make them, or not. Never a ranking. */
export const comparisonPage = (model: ComparisonModel): PageAnswer => ({
  title: 'Compare forces',
  caption: 'Published child-protection inspections',
  breadcrumbs: [
    { text: 'Home', href: '/' },
    { text: 'Inspections', href: '/inspections' },
  ],
  lead: 'Which forces had a share of good cases further from the others than chance alone would take it?',
  children: (
    <>
      <p class="govuk-body">{howToRead(model.funnel)}</p>
      <FunnelFigure funnel={model.funnel} />
      <NotCompared leftOut={model.leftOut} />
      <GroupSums sums={model.groups} />
      <OptimismSection optimism={model.optimism} mappings={model.mappings} />
      <p class="govuk-body govuk-!-display-none-print">
        <a class="govuk-link" href="/api/inspections/comparison">
          Everything on this page as JSON
        </a>
      </p>
    </>
  ),
})

function howToRead({ target, places }: Funnel): string {
  const share = target.share.is === 'calculated' ? percent(target.share.estimate) : 'not defined'
  return `${places.length} forces published, for the whole sample of their first inspection on this scale, how many cases were good, required improvement and were inadequate: ${target.good} of ${withThousands(target.cases)} cases were good (${share}). A force inside the limits differs from that share by no more than chance would explain. The cases were chosen by inspectors, in different years, and differ from force to force, so a place outside the limits is a question to ask, not an answer. There is no order of merit here: the list is by name.`
}

const NotCompared = ({ leftOut }: { leftOut: readonly LeftOut[] }) => (
  <section aria-labelledby="not-compared">
    <h2 class="govuk-heading-m" id="not-compared">
      Forces that cannot be compared, and why
    </h2>
    <StackedTable
      caption={`${leftOut.length} forces`}
      captionClasses="govuk-table__caption--s"
      head={['Force', 'Reason']}
      rows={leftOut.map(({ force, reason }) => [
        {
          text: <ForceLink force={force} />,
        },
        reason,
      ])}
    />
  </section>
)
