import { Pagination } from '../../../../platform/web/components/pagination.tsx'
import type { ListedCase } from '../case.ts'
import { CasesTable } from '../cases-table.tsx'
import type { CasesForm } from '../form.ts'
import type { TeamChoice } from './choices.ts'
import { writtenLast } from './last.ts'
import { NothingFound } from './nothing-found.tsx'
import { askedInWords, lengthInWords } from './said.ts'

/** Cases on one page of the list. */
export const pageLength = 50

export interface FoundCasesProps {
  asked: CasesForm
  teams: readonly TeamChoice[]
  /** One more than `pageLength` where there is another page. */
  cases: readonly ListedCase[]
  mayOpen: boolean
}

/** The cases that fit, how many there are as far as is known, and the way to the others. */
export const FoundCases = ({ asked, teams, cases, mayOpen }: FoundCasesProps) => {
  const shown = cases.slice(0, pageLength)
  const last = cases.length > pageLength ? shown.at(-1) : undefined
  const to = (after: string) => `/cases?${new URLSearchParams({ ...asked, after }).toString()}`
  if (shown.length === 0) return <NothingFound asked={asked} mayOpen={mayOpen} />
  return (
    <>
      <p class="turnstone-printed">{askedInWords(asked, teams)}</p>
      <p class="govuk-body">
        {lengthInWords(asked, { shown: shown.length, more: last !== undefined })}
      </p>
      <CasesTable cases={shown} />
      {(last !== undefined || asked.after !== '') && (
        <Pagination
          previous={asked.after === '' ? undefined : { href: to(''), text: 'First page' }}
          next={last && { href: to(writtenLast(last)), text: 'Next page' }}
        />
      )}
    </>
  )
}
