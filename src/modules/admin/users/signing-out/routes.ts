import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import { confirmForm } from '../../confirm-form.ts'
import { confirmPage } from '../../confirm-page.tsx'
import { crumbsOfUser, userPlace } from '../../crumbs.ts'
import { userAsked } from '../read.ts'
import { endSessionsOf } from './queries.ts'

/** Signing somebody out everywhere. */
export function signOutRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/admin/users/:user/signing-out',
    reads: 'admin.read',
    writes: 'session.end',
    form: confirmForm,
    open: userAsked,
    start: () => ({}),
    page: (user, shown) =>
      confirmPage(
        {
          title: 'Sign out everywhere',
          caption: user.name,
          breadcrumbs: crumbsOfUser(user),
          says: [
            `${user.name} is signed out wherever they are signed in, and can sign in again.`,
            'What they were typing is kept for them as far as it was sent.',
          ],
          button: 'Sign out everywhere',
          back: userPlace(user.id),
        },
        shown,
      ),
    save: async (tx, { model: user }) =>
      (await endSessionsOf(tx, user.id)) === null
        ? { is: 'absent' }
        : { is: 'saved', location: userPlace(user.id) },
  })
}
