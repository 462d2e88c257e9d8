import type { PageAnswer } from '../../../../platform/web/answers.tsx'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Details } from '../../../../platform/web/components/details.tsx'
import { Input } from '../../../../platform/web/components/input.tsx'
import { Select } from '../../../../platform/web/components/select.tsx'
import { errorsOf, Form } from '../../../../platform/web/forms/form.tsx'
import { errorAt, fieldOf, textOf, type Shown } from '../../../../platform/web/forms/shown.ts'
import { personRoles, type Case } from '../../cases/case.ts'
import { BirthFields } from '../parts/birth-fields.tsx'
import { NameFields } from '../parts/name-fields.tsx'
import { choose } from '../parts/options.ts'
import { OnRecordChoices } from './on-record.tsx'
import type { OnRecord } from './read.ts'

export interface AddPersonModel {
  case: Case
  /** Those on record with the names that were sent. */
  alike: readonly OnRecord[]
  today: Temporal.PlainDate
}

export const addPersonPage = (
  { case: one, alike, today }: AddPersonModel,
  shown: Shown,
): PageAnswer => ({
  title: 'Add a person',
  caption: one.reference,
  breadcrumbs: [
    { text: 'Cases', href: '/cases' },
    { text: one.reference, href: `/cases/${one.reference}` },
  ],
  error: errorsOf(shown),
  children: (
    <Form shown={shown}>
      {alike.length > 0 && (
        <OnRecordChoices
          people={alike}
          today={today}
          chosen={textOf(shown, 'same')}
          wrong={errorAt(shown, 'same')}
        />
      )}
      <NameFields shown={shown} />
      <BirthFields shown={shown} />
      <Select
        label={{ text: 'Role on this case' }}
        items={choose(personRoles)}
        {...fieldOf(shown, 'role')}
      />
      <Input
        label={{ text: 'In this role since' }}
        hint={{ text: 'Day, month and year' }}
        classes="govuk-input--width-10"
        {...fieldOf(shown, 'since')}
      />
      <Input
        label={{ text: 'Source' }}
        hint={{ text: 'Who said it, or where it is written' }}
        classes="govuk-!-width-two-thirds"
        {...fieldOf(shown, 'source')}
      />
      <Details summary="The name or the birth has another source" open={hasOther(shown)}>
        <Input
          label={{ text: 'Source of the name' }}
          classes="govuk-!-width-two-thirds"
          {...fieldOf(shown, 'nameSource')}
        />
        <Input
          label={{ text: 'Source of the birth' }}
          classes="govuk-!-width-two-thirds"
          {...fieldOf(shown, 'bornSource')}
        />
      </Details>
      <Button text="Add to the case" preventDoubleClick />
    </Form>
  ),
})

const hasOther = (shown: Shown): boolean =>
  ['nameSource', 'bornSource'].some(
    field => textOf(shown, field) !== '' || errorAt(shown, field) !== undefined,
  )
