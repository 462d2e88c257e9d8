import { StackedTable } from '../../../platform/web/layout/stacked-table.tsx'
import { birthInWords, nameInWords } from '../../people/index.ts'
import type { Apart } from '../people/apart.ts'
import { stretchInWords } from '../people/stretch.ts'
import type { CasePerson } from './case.ts'

export interface PeopleOnCaseProps {
  reference: string
  people: Apart<CasePerson>
  changeable: boolean
}

/** Children have a list of their own: never in one list with suspects, whatever else they are. */
export const PeopleOnCase = ({ reference, people, changeable }: PeopleOnCaseProps) => {
  const groups = [
    { title: 'Children', members: people.children },
    { title: 'Suspects', members: people.suspects },
    { title: 'Others', members: people.others },
  ].filter(({ members }) => members.length > 0)
  return (
    <section aria-labelledby="people">
      <h2 class="govuk-heading-m" id="people">
        People
      </h2>
      {groups.map(({ title, members }) => (
        <StackedTable
          key={title}
          caption={title}
          captionClasses="govuk-table__caption--s"
          head={[
            ...head,
            ...(changeable ? [{ text: 'Change', classes: 'govuk-!-display-none-print' }] : []),
          ]}
          rows={members.map(one => [
            { text: <NameLink of={one} /> },
            title === 'Children' && one.role === 'suspect' ? askedOfChildren : one.role,
            birthInWords(one),
            stretchInWords(one.fromOn, one.untilOn),
            one.source,
            ...(changeable
              ? [
                  {
                    text: <ChangeLink of={one} reference={reference} />,
                    classes: 'govuk-!-display-none-print',
                  },
                ]
              : []),
          ])}
        />
      ))}
      {groups.length === 0 && <p class="govuk-body">Nobody is on this case yet.</p>}
      {changeable && (
        <p class="govuk-body govuk-!-display-none-print">
          <a class="govuk-link" href={`/cases/${reference}/people/new`}>
            Add a person
          </a>
        </p>
      )}
    </section>
  )
}

/** The first two as wide in each list, so that the lists stand below each other in order. */
const head = [
  { text: 'Name', classes: 'govuk-!-width-one-quarter' },
  { text: 'As', classes: 'govuk-!-width-one-quarter' },
  'Born',
  'When',
  'Source',
]

/** What is to be asked of each child who is suspected of something (product.md, rule 2). */
const askedOfChildren = 'suspect. Ask: does it come from being exploited?'

const NameLink = ({ of }: { of: CasePerson }) => (
  <a class="govuk-link" href={`/people/${of.personId}`}>
    {nameInWords(of)}
  </a>
)

const ChangeLink = ({ of, reference }: { of: CasePerson; reference: string }) => (
  <a class="govuk-link" href={`/cases/${reference}/people/${of.id}/edit`}>
    Change
    <span class="govuk-visually-hidden">
      {' '}
      {nameInWords(of)}, {of.role}
    </span>
  </a>
)
