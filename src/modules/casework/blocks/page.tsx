import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { Button } from '../../../platform/web/components/button.tsx'
import { Radios } from '../../../platform/web/components/radios.tsx'
import { Textarea } from '../../../platform/web/components/textarea.tsx'
import { errorsOf, Form } from '../../../platform/web/forms/form.tsx'
import { fieldOf, textOf, type Shown } from '../../../platform/web/forms/shown.ts'
import type { Case, CasePerson } from '../cases/case.ts'
import { choicesOf, ColleagueFinder } from '../colleagues/finder.tsx'
import type { Found } from '../colleagues/read.ts'
import type { apartOnCase } from '../people/apart.ts'
import { crumbsOf } from '../reach/crumbs.ts'

export interface BlockModel extends Found {
  case: Case
  people: readonly CasePerson[]
  apart: ReturnType<typeof apartOnCase>
}

export const blockPage = (
  { case: one, apart, find, found }: BlockModel,
  shown: Shown,
): PageAnswer => ({
  title: 'Block a colleague',
  caption: one.reference,
  breadcrumbs: crumbsOf(one.reference),
  error: errorsOf(shown),
  lead: 'For a conflict of interest. Whoever is blocked learns nothing of the case, whatever team, name or share would let them in, and cannot break the glass.',
  children: (
    <>
      <ColleagueFinder find={find} found={found} label="Find the colleague" />
      {found.length > 0 && (
        <div class="turnstone-prose">
          <Form shown={shown}>
            <Radios
              fieldset={{ legend: { text: 'Colleagues found' } }}
              items={choicesOf(found)}
              {...fieldOf(shown, 'colleague')}
            />
            <Radios
              fieldset={{ legend: { text: 'Block from' } }}
              items={[{ value: 'case', text: 'This case' }]}
              {...fieldOf(shown, 'from')}
            />
            {groupsOf(apart).map(({ title, id, members }) => (
              <Radios
                key={id}
                idPrefix={id}
                name="from"
                value={textOf(shown, 'from')}
                fieldset={{ legend: { text: title } }}
                items={eachPerson(members)}
              />
            ))}
            <Textarea
              label={{ text: 'What the conflict of interest is' }}
              hint={{
                text: 'Those who may change the case read this. Leave out what they need not know.',
              }}
              rows={3}
              {...fieldOf(shown, 'why')}
            />
            <Button text="Block" preventDoubleClick />
          </Form>
        </div>
      )}
    </>
  ),
})

/** One choice in lists of their own: children never stand in one with suspects. */
const groupsOf = ({ children, suspects, others }: BlockModel['apart']) =>
  [
    { title: 'or from a child on it', id: 'from-child', members: children },
    { title: 'or from a suspect', id: 'from-suspect', members: suspects },
    { title: 'or from somebody else on it', id: 'from-other', members: others },
  ].filter(({ members }) => members.length > 0)

/** Somebody on a case as two things is still one person. */
const eachPerson = (people: readonly CasePerson[]) =>
  [...new Map(people.map(one => [one.personId, one])).values()].map(
    ({ personId, given, family }) => ({
      value: personId,
      text: [given, family].filter(Boolean).join(' '),
      hint: { text: 'This case, and every other case that this person is on or comes onto' },
    }),
  )
