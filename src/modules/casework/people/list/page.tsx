import type { PageAnswer } from '../../../../platform/web/answers.tsx'
import { errorsOf } from '../../../../platform/web/forms/form.tsx'
import { textOf, type Shown } from '../../../../platform/web/forms/shown.ts'
import type { OnRecord } from '../adding/read.ts'
import { apart } from '../apart.ts'
import { PeopleFilter } from './filter.tsx'
import { PeopleTable } from './table.tsx'

export interface PeopleModel {
  shown: Shown
  /** Null where nothing was asked. */
  people: readonly OnRecord[] | null
  /** Whether there are others beside them. */
  more: boolean
  today: Temporal.PlainDate
}

export const peoplePage = ({ shown, people, more, today }: PeopleModel): PageAnswer => ({
  title: 'People',
  error: errorsOf(shown),
  lead: 'The people on the cases that you may see.',
  children: (
    <>
      <PeopleFilter shown={shown} />
      {people !== null && <p class="turnstone-printed">{askedInWords(shown)}</p>}
      {people !== null && <Found people={people} today={today} />}
      {more && (
        <p class="govuk-body">There are more people. Write more of the name to find them.</p>
      )}
    </>
  ),
})

/** The words of the search, for the list on paper. */
const askedInWords = (shown: Shown): string =>
  [
    textOf(shown, 'name') &&
      `Name ${textOf(shown, 'exact') === 'yes' ? 'is exactly' : 'begins'}: ${textOf(shown, 'name')}`,
    textOf(shown, 'postcode') && `Postcode: ${textOf(shown, 'postcode')}`,
  ]
    .filter(Boolean)
    .join('; ')

const Found = ({ people, today }: { people: readonly OnRecord[]; today: Temporal.PlainDate }) => {
  const { children, suspects, others } = apart(people, today)
  return people.length === 0 ? (
    <p class="govuk-body">Nobody whom you may see fits. Try fewer letters, or another spelling.</p>
  ) : (
    <>
      <PeopleTable title="Children" people={children} />
      <PeopleTable title="Suspects" people={suspects} />
      <PeopleTable title="Others" people={others} />
    </>
  )
}
