import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import { confirmForm } from '../../confirm-form.ts'
import { confirmPage } from '../../confirm-page.tsx'
import { crumbsOfUser, userPlace } from '../../crumbs.ts'
import { notProposed, proposedFor, refused } from '../../refused.ts'
import { WhoAgrees } from '../../proposals/who-agrees.tsx'
import { userToGive } from '../read.ts'
import { proposeOpening } from './queries.ts'
import { opening } from './words.ts'

/** Proposing to open a closed account again. */
export function openingRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/admin/users/:user/opening',
    reads: 'admin.read',
    writes: 'opening.propose',
    form: confirmForm,
    open: userToGive,
    start: () => ({}),
    page: ({ user, others }, shown) =>
      confirmPage(
        {
          ...opening(user),
          more: WhoAgrees({ others }),
          caption: user.name,
          breadcrumbs: crumbsOfUser(user),
          warns: false,
          back: userPlace(user.id),
        },
        shown,
      ),
    save: async (tx, { model: { user } }) => {
      const outcome = await proposeOpening(tx, user.id)
      if (outcome === 'done') return proposedFor(user.id)
      if (outcome === 'so already') return refused(opening(user).already)
      return notProposed(outcome, user.id)
    },
  })
}
