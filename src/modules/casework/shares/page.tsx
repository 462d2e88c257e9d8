import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { Button } from '../../../platform/web/components/button.tsx'
import { Input } from '../../../platform/web/components/input.tsx'
import { Radios } from '../../../platform/web/components/radios.tsx'
import { Select } from '../../../platform/web/components/select.tsx'
import { Textarea } from '../../../platform/web/components/textarea.tsx'
import { errorsOf, Form } from '../../../platform/web/forms/form.tsx'
import { fieldOf, type Shown } from '../../../platform/web/forms/shown.ts'
import type { Case } from '../cases/case.ts'
import { choicesOf, ColleagueFinder } from '../colleagues/finder.tsx'
import type { Found } from '../colleagues/read.ts'
import { crumbsOf } from '../reach/crumbs.ts'
import { legalBases } from './form.ts'
import type { Agency } from './queries.ts'

export interface ShareModel extends Found {
  case: Case
  /** None where only a person may be let in. */
  agencies: readonly Agency[]
}

export const sharePage = (model: ShareModel, shown: Shown): PageAnswer => ({
  title: 'Share this case',
  caption: model.case.reference,
  breadcrumbs: crumbsOf(model.case.reference),
  error: errorsOf(shown),
  lead: 'Those with whom it is shared read the whole case and change nothing. A share ends by itself, and you can end it at once.',
  children: (
    <>
      <ColleagueFinder
        find={model.find}
        found={model.found}
        label={
          model.agencies.length === 0
            ? 'Find the person: a restricted case is shared with one person, not with an agency'
            : 'To share with one person, find that person'
        }
      />
      <div class="turnstone-prose">
        <Form shown={shown}>
          <Recipients {...model} shown={shown} />
          <Input
            label={{ text: 'For how many days' }}
            hint={{ text: 'From 1 to 90, counted from now' }}
            classes="govuk-input--width-2"
            inputmode="numeric"
            {...fieldOf(shown, 'days')}
          />
          <Select
            label={{ text: 'What allows it' }}
            items={[
              { value: '', text: 'Choose' },
              ...legalBases.map(basis => ({ value: basis, text: basis })),
            ]}
            {...fieldOf(shown, 'basis')}
          />
          <Textarea
            label={{ text: 'Why they need to see it' }}
            rows={3}
            {...fieldOf(shown, 'why')}
          />
          <Button text="Share the case" preventDoubleClick />
        </Form>
      </div>
    </>
  ),
})

const Recipients = ({ agencies, found, shown }: ShareModel & { shown: Shown }) => {
  const people = choicesOf(found).map(one => ({ ...one, value: `person ${one.value}` }))
  const whole = agencies.map(({ id, name }) => ({ value: `agency ${id}`, text: name }))
  const both = people.length > 0 && whole.length > 0
  return (
    <Radios
      fieldset={{ legend: { text: 'Share with' } }}
      items={[...people, both && { divider: 'or' }, ...whole]}
      {...fieldOf(shown, 'to')}
    />
  )
}
