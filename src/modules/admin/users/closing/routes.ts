import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import { confirmForm } from '../../confirm-form.ts'
import { confirmPage } from '../../confirm-page.tsx'
import { crumbsOfUser, userPlace } from '../../crumbs.ts'
import { leftToAnother, refused } from '../../refused.ts'
import { userAsked } from '../read.ts'
import { closeAccount } from './queries.ts'
import { closing } from './words.ts'

/** Closing an account at once. */
export function closingRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/admin/users/:user/closing',
    reads: 'admin.read',
    writes: 'account.close',
    form: confirmForm,
    open: userAsked,
    start: () => ({}),
    page: (user, shown) =>
      confirmPage(
        {
          ...closing(user),
          caption: user.name,
          breadcrumbs: crumbsOfUser(user),
          back: userPlace(user.id),
        },
        shown,
      ),
    save: async (tx, { model: user }) => {
      const outcome = await closeAccount(tx, user.id)
      if (outcome === 'done') return { is: 'saved', location: userPlace(user.id) }
      if (outcome === 'absent') return { is: 'absent' }
      if (outcome === 'so already') return refused(closing(user).already)
      return leftToAnother(user.id, outcome)
    },
  })
}
