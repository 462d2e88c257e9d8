import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { Button } from '../../../platform/web/components/button.tsx'
import { summaryOf } from '../../../platform/web/forms/error-summary.tsx'
import type { FieldError } from '../../../platform/web/form.ts'
import type { ListedCase } from './case.ts'
import { CasesTable } from './cases-table.tsx'
import type { CasesForm } from './form.ts'
import { CasesFilter } from './filter.tsx'

/** Cases on one page of the list. */
export const pageLength = 50

export interface ListModel {
  asked: CasesForm
  errors: readonly FieldError[]
  /** One more than `pageLength` where there is another page. */
  cases: readonly ListedCase[]
  mayOpen: boolean
  mayBreakGlass: boolean
}

export const listPage = ({ asked, errors, cases, ...may }: ListModel): PageAnswer => ({
  title: 'Cases',
  error: summaryOf(errors),
  lead: 'The cases that you may see, the newest first.',
  children: (
    <>
      {may.mayOpen && <Button text="Open a new case" href="/cases/new" />}
      <CasesFilter asked={asked} errors={errors} />
      <CasesTable cases={cases.slice(0, pageLength)} />
      <Further asked={asked} cases={cases} />
      {may.mayBreakGlass && (
        <p class="govuk-body">
          <a class="govuk-link" href="/break-glass">
            If you need a case at once that you cannot see: break the glass
          </a>
        </p>
      )}
    </>
  ),
})

const Further = ({ asked, cases }: { asked: CasesForm; cases: readonly ListedCase[] }) => {
  const last = cases.length > pageLength ? cases[pageLength - 1] : undefined
  if (last === undefined) return null
  const query = new URLSearchParams({ ...asked, after: `${last.openedOn}_${last.reference}` })
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={`/cases?${query.toString()}`} rel="next">
        Older cases
      </a>
    </p>
  )
}
