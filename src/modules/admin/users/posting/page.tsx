import type { PageAnswer } from '../../../../platform/web/answers.tsx'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Input } from '../../../../platform/web/components/input.tsx'
import { Radios } from '../../../../platform/web/components/radios.tsx'
import { Select } from '../../../../platform/web/components/select.tsx'
import { errorsOf, Form } from '../../../../platform/web/forms/form.tsx'
import { fieldOf, type Shown } from '../../../../platform/web/forms/shown.ts'
import type { Team } from '../../agencies/agency.ts'
import { WhoAgrees } from '../../proposals/who-agrees.tsx'
import { crumbsOfUser } from '../../crumbs.ts'
import type { User } from '../user.ts'
import type { RoleName } from './queries.ts'

export interface PostingModel {
  user: User
  teams: readonly Team[]
  roles: readonly RoleName[]
  /** Names of the administrators who could agree. */
  others: readonly string[]
}

export const postingPage = (
  { user, teams, roles, others }: PostingModel,
  shown: Shown,
): PageAnswer => ({
  title: 'Propose a posting',
  caption: user.name,
  breadcrumbs: crumbsOfUser(user),
  error: errorsOf(shown),
  lead: 'It holds as soon as a second administrator agrees: with the next page that they open.',
  children: (
    <div class="turnstone-prose">
      <Form shown={shown}>
        <Select
          label={{ text: 'Team' }}
          items={[
            { value: '', text: 'Choose' },
            ...teams.map(({ id, name, agency }) => ({ value: id, text: `${name}, ${agency}` })),
          ]}
          {...fieldOf(shown, 'team')}
        />
        <Select
          label={{ text: 'Role' }}
          items={[
            { value: '', text: 'Choose' },
            ...roles.map(({ code, name }) => ({ value: code, text: name })),
          ]}
          {...fieldOf(shown, 'role')}
        />
        <Radios
          fieldset={{ legend: { text: 'Which cases it reaches' } }}
          items={[
            { value: 'team', text: 'Those of the team, as far as the role reaches any' },
            {
              value: 'area',
              text: 'Every ordinary case of the area',
              hint: {
                text: `To read only. For these roles: ${roles
                  .filter(({ teamCases }) => teamCases)
                  .map(({ name }) => name.toLowerCase())
                  .join(', ')}`,
              },
            },
          ]}
          {...fieldOf(shown, 'reach')}
        />
        <Input
          label={{ text: 'Last day' }}
          hint={{ text: 'Like 2027-03-31. Leave it empty where no end is known' }}
          classes="govuk-input--width-10"
          autocomplete="off"
          {...fieldOf(shown, 'until')}
        />
        <WhoAgrees others={others} />
        <Button text="Propose the posting" preventDoubleClick />
      </Form>
    </div>
  ),
})
