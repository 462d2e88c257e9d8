import type { PageAnswer } from '../../../../platform/web/answers.tsx'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Input } from '../../../../platform/web/components/input.tsx'
import { errorsOf, Form } from '../../../../platform/web/forms/form.tsx'
import { fieldOf, type Shown } from '../../../../platform/web/forms/shown.ts'
import { crumbs } from '../../crumbs.ts'
import type { Agency } from '../agency.ts'

export const newTeamPage = ({ name }: Agency, shown: Shown): PageAnswer => ({
  title: 'Add a team',
  caption: name,
  breadcrumbs: crumbs.agencies,
  error: errorsOf(shown),
  children: (
    <div class="turnstone-prose">
      <Form shown={shown}>
        <Input
          label={{ text: 'Name of the team' }}
          autocomplete="off"
          {...fieldOf(shown, 'name')}
        />
        <Button text="Add the team" preventDoubleClick />
      </Form>
    </div>
  ),
})
