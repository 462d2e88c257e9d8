import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import { confirmForm } from '../../confirm-form.ts'
import { confirmPage } from '../../confirm-page.tsx'
import { crumbsOfUser, userPlace } from '../../crumbs.ts'
import { leftToAnother, refused } from '../../refused.ts'
import { postingsOf } from '../queries.ts'
import { userAsked } from '../read.ts'
import { endPosting } from './queries.ts'

/** Ending a posting at once. */
export function endPostingRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/admin/users/:user/postings/:posting/end',
    reads: 'admin.read',
    writes: 'posting.end',
    form: confirmForm,
    open: async (tx, request, note) => {
      const user = await userAsked(tx, request, note)
      if (user === null) return null
      const { posting: asked } = request.params as { posting: string }
      const posting = (await postingsOf(tx, user.id)).find(({ id }) => id === asked)
      return posting === undefined ? null : { user, posting }
    },
    start: () => ({}),
    page: ({ user, posting }, shown) =>
      confirmPage(
        {
          title: 'End this posting',
          caption: user.name,
          breadcrumbs: crumbsOfUser(user),
          says: [
            `${posting.role}, ${posting.team}, ${posting.agency}.`,
            posting.holds
              ? 'From the next page that they open, they do not see what only this posting lets them see. Cases that name them stay within reach while they have another posting that works on cases.'
              : 'This posting has ended already.',
          ],
          button: 'End the posting now',
          back: userPlace(user.id),
        },
        shown,
      ),
    save: async (tx, { model: { user, posting } }) => {
      const outcome = await endPosting(tx, posting.id)
      switch (outcome) {
        case 'done':
          return { is: 'saved', location: `${userPlace(user.id)}#postings` }
        case 'absent':
          return { is: 'absent' }
        case 'ended already':
          return refused('This posting has ended already: nothing is left to do')
        case 'oneself':
        case 'own line':
          return leftToAnother(user.id, outcome)
      }
    },
  })
}
