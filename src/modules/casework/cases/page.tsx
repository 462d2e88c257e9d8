import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { SummaryList } from '../../../platform/web/components/summary-list.tsx'
import { dayInWords } from '../../../platform/web/words/dates.ts'
import { underGlass } from '../glass/banner.tsx'
import { ownGlassIn, type Reach } from '../reach/reach.ts'
import { WhoSees } from '../reach/who-sees.tsx'
import type { Apart } from '../people/apart.ts'
import type { Case, CasePerson } from './case.ts'
import { PeopleOnCase } from './people-on-case.tsx'
import { SensitivityTag } from './sensitivity-tag.tsx'

export interface CaseModel {
  case: Case
  people: Apart<CasePerson>
  reach: Reach
}

/** Who reads it. */
export interface CaseReader {
  userId: string
  roles: readonly string[]
}

export const casePage = (model: CaseModel, reader: CaseReader): PageAnswer =>
  underGlass(wholePage(model, reader), ownGlassIn(model.reach, reader.userId))

const wholePage = (
  { case: one, people, reach }: CaseModel,
  { userId, roles }: CaseReader,
): PageAnswer => ({
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
          { ...row('Owner', one.owner ?? 'Nobody yet'), ...takeIt(one, userId) },
          row('Opened', dayInWords(one.openedOn)),
          one.closedOn !== null && row('Closed', dayInWords(one.closedOn)),
          one.sensitivity !== 'ordinary' &&
            row('Who sees it', <SensitivityTag of={one.sensitivity} />),
        ]}
      />
      {one.changeable && (
        <p class="govuk-body govuk-!-display-none-print">
          <a class="govuk-link" href={`/cases/${one.reference}/edit`}>
            Change this case
          </a>
        </p>
      )}
      <PeopleOnCase reference={one.reference} people={people} changeable={one.changeable} />
      <WhoSees case={one} reach={reach} roles={roles} />
    </>
  ),
})

/** The way to become the owner, for whoever may and is not. */
const takeIt = ({ reference, changeable, ownerId }: Case, userId: string) =>
  changeable && ownerId !== userId
    ? {
        actions: {
          items: [
            { href: `/cases/${reference}/owner`, text: 'Take', visuallyHiddenText: 'this case' },
          ],
        },
      }
    : {}

const row = (key: string, value: preact.ComponentChildren) => ({
  key: { text: key },
  value: { text: value },
})
