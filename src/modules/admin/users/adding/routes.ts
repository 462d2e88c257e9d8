import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import { agencies } from '../../agencies/queries.ts'
import { userPlace } from '../../crumbs.ts'
import { refused } from '../../refused.ts'
import { newUserForm } from './form.ts'
import { newUserPage } from './page.tsx'
import { addUser } from './queries.ts'

/** A new account, which goes on to its invitation. */
export function addUserRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/admin/users/new',
    reads: 'admin.read',
    writes: 'user.create',
    form: newUserForm,
    open: (tx, _request, note) => {
      note.about({ allowedBy: 'role' })
      return agencies(tx)
    },
    start: () => ({}),
    page: newUserPage,
    save: async (tx, { value, note }) => {
      const added = await addUser(tx, value)
      switch (added.is) {
        case 'absent':
          return refused('Choose an agency from the list', 'agency')
        case 'known already':
          return refused(known, 'email')
        case 'done':
          note.about({ subjects: [added.id] })
          return { is: 'saved', location: `${userPlace(added.id)}/invitation` }
      }
    },
  })
}

const known =
  'There is an account with this e-mail address already: find it in the list of users, or enter another'
