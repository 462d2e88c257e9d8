import type { PageAnswer } from '../../../platform/web/answers.tsx'
import { Button } from '../../../platform/web/components/button.tsx'
import { Select } from '../../../platform/web/components/select.tsx'
import { errorsOf, Form } from '../../../platform/web/forms/form.tsx'
import { fieldOf, type Shown } from '../../../platform/web/forms/shown.ts'
import type { Case } from '../cases/case.ts'
import { crumbsOf } from '../reach/crumbs.ts'
import type { Team } from './queries.ts'

export interface TeamModel {
  case: Case
  teams: readonly Team[]
}

export const teamPage = ({ case: one, teams }: TeamModel, shown: Shown): PageAnswer => ({
  title: 'Give this case to another team',
  caption: one.reference,
  breadcrumbs: crumbsOf(one.reference),
  error: errorsOf(shown),
  children: (
    <div class="turnstone-prose">
      <Form shown={shown} labels={{ team: 'Team' }}>
        <p class="govuk-body">
          {one.sensitivity === 'ordinary'
            ? 'From then on the other team sees the case, and this team does not. You see it only if you work in that team too, or are named on it.'
            : 'The case is for named people only, so the other team sees it when it is open to its team again. Whoever is named keeps seeing it.'}{' '}
          Nobody owns it until somebody of the other team takes it.
        </p>
        <Select
          label={{ text: 'Team' }}
          items={[
            { value: '', text: 'Choose' },
            ...teams.map(({ said }) => ({ value: said, text: said })),
          ]}
          {...fieldOf(shown, 'team')}
        />
        <Button text="Give the case" preventDoubleClick />
      </Form>
    </div>
  ),
})
