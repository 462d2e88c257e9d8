import { StackedTable } from '../../../platform/web/layout/stacked-table.tsx'
import { dayInWords, monthInWords, yearInWords } from '../../../platform/web/words/dates.ts'
import type { CasePerson, PersonRole } from './case.ts'

export interface PeopleOnCaseProps {
  reference: string
  people: readonly CasePerson[]
  changeable: boolean
}

/** Children have a list of their own: never in one list with suspects, whatever else they are. */
export const PeopleOnCase = ({ reference, people, changeable }: PeopleOnCaseProps) => (
  <section aria-labelledby="people">
    <h2 class="govuk-heading-m" id="people">
      People
    </h2>
    {groupsOf(people).map(({ title, members }) => (
      <StackedTable
        key={title}
        caption={title}
        captionClasses="govuk-table__caption--s"
        head={[
          { text: 'Name' },
          { text: 'As' },
          { text: 'Born' },
          { text: 'Since' },
          { text: 'Source' },
        ]}
        rows={members.map(one => [
          { text: [one.given, one.family].filter(Boolean).join(' ') },
          { text: one.role },
          { text: bornInWords(one) },
          { text: dayInWords(one.fromOn) },
          { text: one.source },
        ])}
      />
    ))}
    {people.length === 0 && <p class="govuk-body">Nobody is on this case yet.</p>}
    {changeable && (
      <p class="govuk-body">
        <a class="govuk-link" href={`/cases/${reference}/people/new`}>
          Add a person
        </a>
      </p>
    )}
  </section>
)

/** Somebody who is a child at risk stands among the children with every role. */
function groupsOf(people: readonly CasePerson[]) {
  const children = new Set(
    people.filter(({ role }) => role === 'child at risk').map(({ personId }) => personId),
  )
  const others = people.filter(({ personId }) => !children.has(personId))
  const suspects = (role: PersonRole) => role === 'suspect'
  return [
    { title: 'Children', members: people.filter(({ personId }) => children.has(personId)) },
    { title: 'Suspects', members: others.filter(({ role }) => suspects(role)) },
    { title: 'Others', members: others.filter(({ role }) => !suspects(role)) },
  ].filter(({ members }) => members.length > 0)
}

const bornInWords = ({ birthOn, birthPrecision }: CasePerson): string =>
  birthOn === null ? 'not known' : wordsOf[birthPrecision](birthOn)

const wordsOf: Readonly<Record<CasePerson['birthPrecision'], (day: string) => string>> = {
  day: dayInWords,
  month: monthInWords,
  year: yearInWords,
  about: day => `about ${yearInWords(day)}`,
  unknown: () => 'not known',
}
