import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { Button } from '../../../platform/web/components/button.tsx'
import { Input } from '../../../platform/web/components/input.tsx'
import { Select } from '../../../platform/web/components/select.tsx'
import { errorsOf, Form } from '../../../platform/web/forms/form.tsx'
import { fieldOf, type Shown } from '../../../platform/web/forms/shown.ts'
import { caseTypes } from '../cases/case.ts'

export const newCasePage = (
  { teams }: { teams: readonly { id: string; name: string }[] },
  shown: Shown,
): PageAnswer => ({
  title: 'Open a new case',
  breadcrumbs: [{ text: 'Cases', href: '/cases' }],
  error: errorsOf(shown),
  children: (
    <Form shown={shown}>
      <Select
        label={{ text: 'What the case is about' }}
        items={[
          { value: '', text: 'Choose' },
          ...caseTypes.map(type => ({ value: type, text: type })),
        ]}
        {...fieldOf(shown, 'type')}
      />
      <Input
        label={{ text: 'Summary in one line' }}
        hint={{ text: 'Say what kind of matter it is. Names of people go on the case, not here.' }}
        {...fieldOf(shown, 'summary')}
      />
      <Select
        label={{ text: 'Team' }}
        items={[
          { value: '', text: 'Choose' },
          ...teams.map(({ id, name }) => ({ value: id, text: name })),
        ]}
        {...fieldOf(shown, 'team')}
      />
      <Input
        label={{ text: 'Opened on' }}
        hint={{ text: 'Day, month and year, like 23 11 2026' }}
        classes="govuk-input--width-10"
        {...fieldOf(shown, 'opened')}
      />
      <Button text="Open the case" preventDoubleClick />
    </Form>
  ),
})
