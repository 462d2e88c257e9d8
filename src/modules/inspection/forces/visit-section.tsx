import { InsetText } from '../../../platform/web/components/inset-text.tsx'
import { dayInWords } from '../../../platform/web/words/dates.ts'
import { visitName, whenWords } from '../history/when.ts'
import type { Conflict } from '../record/visit.ts'
import { AreasTable } from './areas-table.tsx'
import type { VisitHistory } from './history.ts'
import { SampleFigures } from './sample-figures.tsx'
import { SourceLink } from './source-link.tsx'

/** One visit: when it was, what was published of each sample, and where its sources disagree. */
export const VisitSection = ({ history }: { history: VisitHistory }) => {
  const { visit, results, areas, conflicts, actionPlan } = history
  return (
    <section class="turnstone-visit" aria-labelledby={visit.id}>
      <h3 class="govuk-heading-s" id={visit.id}>
        {visitName(visit)}
      </h3>
      <p class="govuk-body">{published(history)}</p>
      {areas.length > 0 && <AreasTable areas={areas} />}
      {results.map(({ result, scale }) => (
        <SampleFigures result={result} scale={scale} areasGraded={areas.length > 0} />
      ))}
      {conflicts.map(conflict => (
        <ConflictKept conflict={conflict} />
      ))}
      {actionPlan && (
        <p class="govuk-body">
          {`Action plan: the force is usually required to send one within six weeks of publication, by ${dayInWords(actionPlan.on)}. `}
          <a class="govuk-link" href={actionPlan.timescale.sourceUrl}>
            Source of the rule
          </a>
        </p>
      )}
    </section>
  )
}

const published = ({ visit }: VisitHistory): string =>
  visit.published === null
    ? 'The day of publication was not found.'
    : `Published ${whenWords(visit.published)}.`

/** Two statements about the same thing, side by side; we do not choose between them. */
const ConflictKept = ({ conflict }: { conflict: Conflict }) => (
  <InsetText classes="turnstone-conflict">
    <p class="govuk-body">
      <strong>{`Sources differ on ${conflict.about}.`}</strong>
    </p>
    <ul class="govuk-list govuk-list--bullet">
      <li>
        {conflict.oneSays} <SourceLink url={conflict.oneSource} />
      </li>
      <li>
        {conflict.otherSays}{' '}
        {conflict.otherSource !== '' && <SourceLink url={conflict.otherSource} />}
      </li>
    </ul>
  </InsetText>
)
