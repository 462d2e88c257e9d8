import type { FastifyInstance, FastifyRequest } from 'fastify'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import { confirmForm } from '../../confirm-form.ts'
import { userPlace } from '../../crumbs.ts'
import { freshToken } from '../../fresh-token.ts'
import type { AdminParts } from '../../parts.ts'
import { notProposed } from '../../refused.ts'
import { userToGive } from '../read.ts'
import { invitationPage, invitePage } from './page.tsx'
import { invite } from './queries.ts'

/** Inviting somebody to set up how they sign in, for the first time or anew. */
export function inviteRoutes(app: FastifyInstance, { origin }: AdminParts): void {
  const placeOf = ({ protocol, host }: FastifyRequest): string => origin ?? `${protocol}://${host}`
  formPage(app, {
    at: '/admin/users/:user/invitation',
    reads: 'admin.read',
    writes: 'user.invite',
    form: confirmForm,
    open: userToGive,
    start: () => ({}),
    page: invitePage,
    save: async (tx, { model: { user }, request }) => {
      const { token, digest } = freshToken()
      const outcome = await invite(tx, user.id, digest)
      if (outcome !== 'done') return notProposed(outcome, user.id)
      const once = invitationPage(user, `${placeOf(request)}/invitations/${token}`)
      return { is: 'saved', location: userPlace(user.id), once }
    },
  })
}
