import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import { confirmForm } from '../../confirm-form.ts'
import { confirmPage } from '../../confirm-page.tsx'
import { crumbsOfUser, userPlace } from '../../crumbs.ts'
import { leftToAnother, refused } from '../../refused.ts'
import { userAsked } from '../read.ts'
import { setClosed } from './queries.ts'
import { closing, opening } from './words.ts'

/** Closing an account at once, and opening it again. */
export function closingRoutes(app: FastifyInstance): void {
  for (const one of ways)
    formPage(app, {
      at: `/admin/users/:user/${one.place}`,
      reads: 'admin.read',
      writes: one.writes,
      form: confirmForm,
      open: userAsked,
      start: () => ({}),
      page: (user, shown) =>
        confirmPage(
          {
            ...one.words(user),
            caption: user.name,
            breadcrumbs: crumbsOfUser(user),
            warns: one.closes,
            back: userPlace(user.id),
          },
          shown,
        ),
      save: async (tx, { model: user }) => {
        const outcome = await setClosed(tx, user.id, one.closes)
        if (outcome === 'done') return { is: 'saved', location: userPlace(user.id) }
        if (outcome === 'absent') return { is: 'absent' }
        if (outcome === 'so already') return refused(one.words(user).already)
        return leftToAnother(user.id, outcome)
      },
    })
}

const ways = [
  { place: 'closing', writes: 'account.close', closes: true, words: closing },
  { place: 'opening', writes: 'account.open', closes: false, words: opening },
] as const
