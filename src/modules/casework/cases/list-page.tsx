import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { Button } from '../../../platform/web/components/button.tsx'
import { summaryOf } from '../../../platform/web/forms/error-summary.tsx'
import { CasesFilter, type CasesFilterProps } from './filter.tsx'
import { FoundCases, type FoundCasesProps } from './listing/found-cases.tsx'

export interface ListModel extends CasesFilterProps, Omit<FoundCasesProps, 'cases'> {
  /** One more than `pageLength` where there is another page; null where the filter was wrong. */
  cases: FoundCasesProps['cases'] | null
  mayOpen: boolean
  mayExport: boolean
  mayBreakGlass: boolean
}

export const listPage = ({ asked, errors, teams, cases, ...may }: ListModel): PageAnswer => ({
  title: 'Cases',
  error: summaryOf(errors),
  lead: 'The cases that you may see.',
  children: (
    <>
      {may.mayOpen && <Button text="Open a new case" href="/cases/new" />}
      <CasesFilter asked={asked} errors={errors} teams={teams} />
      {cases !== null && <FoundCases asked={asked} teams={teams} cases={cases} {...may} />}
      {may.mayExport && (cases ?? []).length > 0 && (
        <p class="govuk-body govuk-!-display-none-print">
          <a
            class="govuk-link"
            href={`/exports/new?${new URLSearchParams({ ...asked }).toString()}`}
          >
            Export these cases
          </a>
        </p>
      )}
      {may.mayBreakGlass && (
        <p class="govuk-body govuk-!-display-none-print">
          <a class="govuk-link" href="/break-glass">
            If you need a case at once that you cannot see: break the glass
          </a>
        </p>
      )}
    </>
  ),
})
