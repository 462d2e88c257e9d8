import type { PageAnswer } from '../../../../platform/web/answers.tsx'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Input } from '../../../../platform/web/components/input.tsx'
import { errorsOf, Form } from '../../../../platform/web/forms/form.tsx'
import { fieldOf, type Shown } from '../../../../platform/web/forms/shown.ts'
import { dayInWords } from '../../../../platform/web/words/dates.ts'
import { nameInWords } from '../../../people/index.ts'
import type { Case } from '../../cases/case.ts'
import type { RoleEntry } from '../queries.ts'

export interface RoleModel {
  case: Case
  role: RoleEntry
}

export const rolePage = ({ case: one, role }: RoleModel, shown: Shown): PageAnswer => ({
  title: 'Change a role',
  heading: `${nameInWords(role)}: ${role.role}`,
  caption: one.reference,
  breadcrumbs: [
    { text: 'Cases', href: '/cases' },
    { text: one.reference, href: `/cases/${one.reference}` },
  ],
  error: errorsOf(shown),
  lead: `In this role since ${dayInWords(role.fromOn)}.`,
  children: (
    <Form shown={shown} labels={labels}>
      <Input
        label={{ text: labels.until }}
        hint={{ text: 'Day, month and year. Leave empty while the role goes on' }}
        classes="govuk-input--width-10"
        {...fieldOf(shown, 'until')}
      />
      <Input
        label={{ text: labels.source }}
        classes="govuk-!-width-two-thirds"
        {...fieldOf(shown, 'source')}
      />
      <Button text="Save" preventDoubleClick />
    </Form>
  ),
})

const labels = { until: 'Last day in this role', source: 'Source' }
