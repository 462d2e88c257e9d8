import type { PageAnswer } from '../../../../platform/web/answers.tsx'
import { Button } from '../../../../platform/web/components/button.tsx'
import { summaryOf } from '../../../../platform/web/forms/error-summary.tsx'
import { crumbs } from '../../crumbs.ts'
import type { User } from '../user.ts'
import { UsersFilter, type UsersFilterProps } from './filter.tsx'
import type { UsersForm } from './form.ts'
import { UsersTable } from './table.tsx'

/** Users on one page of the list. */
export const pageLength = 50

export interface ListModel extends UsersFilterProps {
  /** One more than `pageLength` where there is another page. */
  users: readonly User[]
}

export const listPage = ({ users, ...filter }: ListModel): PageAnswer => ({
  title: 'Users',
  breadcrumbs: crumbs.overview,
  error: summaryOf(filter.errors),
  children: (
    <>
      <Button text="Make a new account" href="/admin/users/new" />
      <UsersFilter {...filter} />
      <UsersTable users={users.slice(0, pageLength)} />
      <Further asked={filter.asked} users={users} />
    </>
  ),
})

const Further = ({ asked, users }: { asked: UsersForm; users: readonly User[] }) => {
  const last = users.length > pageLength ? users[pageLength - 1] : undefined
  if (last === undefined) return null
  const query = new URLSearchParams({ ...asked, after: last.id })
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={`/admin/users?${query.toString()}`} rel="next">
        Further users
      </a>
    </p>
  )
}
