import { StackedTable } from '../../../../platform/web/layout/stacked-table.tsx'
import { userPlace } from '../../crumbs.ts'
import { StateTags } from '../state-tags.tsx'
import type { User } from '../user.ts'

export const UsersTable = ({ users }: { users: readonly User[] }) =>
  users.length === 0 ? (
    <p class="govuk-body">Nobody fits. Try fewer words, or clear the filter.</p>
  ) : (
    <StackedTable
      caption="Users"
      captionClasses="govuk-visually-hidden"
      head={['Name', 'Agency', 'Roles now', 'State']}
      rows={users.map(user => [
        {
          text: (
            <a class="govuk-link" href={userPlace(user.id)}>
              {user.name}
            </a>
          ),
        },
        user.agency,
        user.roles.length === 0 ? 'None' : user.roles.join(', '),
        { text: <StateTags user={user} /> },
      ])}
    />
  )
