import { StackedTable } from '../../../../platform/web/layout/stacked-table.tsx'
import { birthInWords, nameInWords } from '../../../people/index.ts'
import type { OnRecord } from '../adding/read.ts'
import type { RoleOnCase } from '../queries.ts'

/** One list of people: children, suspects or others, never two of them. */
export const PeopleTable = ({ title, people }: { title: string; people: readonly OnRecord[] }) =>
  people.length === 0 ? null : (
    <StackedTable
      caption={title}
      captionClasses="govuk-table__caption--m"
      head={head}
      rows={people.map(one => [
        {
          text: (
            <a class="govuk-link" href={`/people/${one.id}`}>
              {nameInWords(one)}
            </a>
          ),
        },
        one.otherNames.join(', '),
        birthInWords(one),
        { text: <CaseLinks roles={one.onCases} /> },
      ])}
    />
  )

/** As wide in each list, so that the lists stand below each other in order. */
const head = ['Name', 'Also known as', 'Born', 'Cases'].map(text => ({
  text,
  classes: 'govuk-!-width-one-quarter',
}))

const CaseLinks = ({ roles }: { roles: readonly RoleOnCase[] }) => (
  <div>
    {roles.map(({ reference, role }) => (
      <div key={`${reference} ${role}`}>
        {role} on{' '}
        <a class="govuk-link turnstone-reference" href={`/cases/${reference}`}>
          {reference}
        </a>
      </div>
    ))}
  </div>
)
