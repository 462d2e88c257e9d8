import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { Button } from '../../../platform/web/components/button.tsx'
import { Input } from '../../../platform/web/components/input.tsx'
import { Select } from '../../../platform/web/components/select.tsx'
import { errorsOf, Form } from '../../../platform/web/forms/form.tsx'
import { fieldOf, type Shown } from '../../../platform/web/forms/shown.ts'
import { caseTypes, type Case } from '../cases/case.ts'

export const editCasePage = (one: Case, shown: Shown): PageAnswer => ({
  title: 'Change this case',
  caption: one.reference,
  breadcrumbs: [
    { text: 'Cases', href: '/cases' },
    { text: one.reference, href: `/cases/${one.reference}` },
  ],
  error: errorsOf(shown),
  children: (
    <Form shown={shown} labels={labels}>
      <Select
        label={{ text: labels.type }}
        items={caseTypes.map(type => ({ value: type, text: type }))}
        {...fieldOf(shown, 'type')}
      />
      <Input label={{ text: labels.summary }} {...fieldOf(shown, 'summary')} />
      <Input
        label={{ text: labels.opened }}
        hint={{ text: 'Day, month and year, like 23 11 2026' }}
        classes="govuk-input--width-10"
        {...fieldOf(shown, 'opened')}
      />
      <Input
        label={{ text: labels.closed }}
        hint={{ text: 'Leave empty while the case is open' }}
        classes="govuk-input--width-10"
        {...fieldOf(shown, 'closed')}
      />
      <Button text="Save" preventDoubleClick />
    </Form>
  ),
})

const labels = {
  type: 'What the case is about',
  summary: 'Summary in one line',
  opened: 'Opened on',
  closed: 'Closed on',
}
