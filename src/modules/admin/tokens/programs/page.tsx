import type { PageAnswer } from '../../../../platform/web/answers.tsx'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Input } from '../../../../platform/web/components/input.tsx'
import { Select } from '../../../../platform/web/components/select.tsx'
import { errorsOf, Form } from '../../../../platform/web/forms/form.tsx'
import { fieldOf, type Shown } from '../../../../platform/web/forms/shown.ts'
import type { Team } from '../../agencies/agency.ts'
import { crumbs } from '../../crumbs.ts'

export const newProgramPage = (teams: readonly Team[], shown: Shown): PageAnswer => ({
  title: 'Add a program',
  breadcrumbs: crumbs.tokens,
  error: errorsOf(shown),
  children: (
    <div class="turnstone-prose">
      <p class="govuk-body">
        It is posted as a practitioner: it reads what is shared with its agency, and changes
        nothing. Next you propose its token, and a second administrator agrees.
      </p>
      <Form shown={shown}>
        <Input
          label={{ text: 'Name of the program' }}
          hint={{ text: 'As its agency calls it' }}
          autocomplete="off"
          {...fieldOf(shown, 'name')}
        />
        <Select
          label={{ text: 'Team that answers for it' }}
          items={[
            { value: '', text: 'Choose' },
            ...teams.map(({ id, name, agency }) => ({ value: id, text: `${name}, ${agency}` })),
          ]}
          {...fieldOf(shown, 'team')}
        />
        <Button text="Add the program" preventDoubleClick />
      </Form>
    </div>
  ),
})
