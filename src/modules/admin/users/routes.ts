import type { FastifyInstance } from 'fastify'
import { waitingFor } from '../proposals/queries.ts'
import { meIn } from '../proposals/read.ts'
import { addUserRoutes } from './adding/routes.ts'
import { closingRoutes } from './closing/routes.ts'
import { endPostingRoutes } from './ending/routes.ts'
import { userListRoutes } from './list/routes.ts'
import { userPage } from './page.tsx'
import { postingsOf, sessionsOf } from './queries.ts'
import { userAsked } from './read.ts'
import { signOutRoutes } from './signing-out/routes.ts'

/** Users: who is there, and everything that is done with one account. */
export function userRoutes(app: FastifyInstance): void {
  userListRoutes(app)
  addUserRoutes(app)
  app.get('/admin/users/:user', { config: { action: 'admin.read' } }, async (request, reply) => {
    const model = await request.acting(async (tx, note) => {
      const user = await userAsked(tx, request, note)
      return (
        user && {
          user,
          postings: await postingsOf(tx, user.id),
          sessions: await sessionsOf(tx, user.id),
          waiting: await waitingFor(tx, meIn(request), user.id),
        }
      )
    })
    if (model === null) return reply.refuse(404)
    return reply.page(userPage({ ...model, isOneself: model.user.id === request.person?.userId }))
  })
  endPostingRoutes(app)
  closingRoutes(app)
  signOutRoutes(app)
}
