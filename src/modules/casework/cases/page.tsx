import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { SummaryList } from '../../../platform/web/components/summary-list.tsx'
import { dayInWords } from '../../../platform/web/words/dates.ts'
import type { Case, CasePerson } from './case.ts'
import { PeopleOnCase } from './people-on-case.tsx'
import { SensitivityTag } from './sensitivity-tag.tsx'

export interface CaseModel {
  case: Case
  people: readonly CasePerson[]
}

export const casePage = ({ case: one, people }: CaseModel): PageAnswer => ({
  title: one.reference,
  caption: one.type,
  heading: one.summary,
  breadcrumbs: [{ text: 'Cases', href: '/cases' }],
  children: (
    <>
      <SummaryList
        rows={[
          row('Reference', <span class="turnstone-reference">{one.reference}</span>),
          row('Team', `${one.team}, ${one.agency}`),
          row('Owner', one.owner ?? 'Nobody yet'),
          row('Opened', dayInWords(one.openedOn)),
          one.closedOn !== null && row('Closed', dayInWords(one.closedOn)),
          one.sensitivity !== 'ordinary' &&
            row('Who sees it', <SensitivityTag of={one.sensitivity} />),
        ]}
      />
      {one.changeable && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/cases/${one.reference}/edit`}>
            Change this case
          </a>
        </p>
      )}
      <PeopleOnCase reference={one.reference} people={people} changeable={one.changeable} />
    </>
  ),
})

const row = (key: string, value: preact.ComponentChildren) => ({
  key: { text: key },
  value: { text: value },
})
