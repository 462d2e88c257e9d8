import type { FastifyInstance } from 'fastify'
import type { AdminParts } from '../parts.ts'
import { addUserRoutes } from './adding/routes.ts'
import { closingRoutes } from './closing/routes.ts'
import { endPostingRoutes } from './ending/routes.ts'
import { inviteRoutes } from './inviting/routes.ts'
import { userListRoutes } from './list/routes.ts'
import { userPage } from './page.tsx'
import { postRoutes } from './posting/routes.ts'
import { postingsOf, sessionsOf } from './queries.ts'
import { userAsked } from './read.ts'
import { signOutRoutes } from './signing-out/routes.ts'

/** Users: who is there, and everything that is done with one account. */
export function userRoutes(app: FastifyInstance, parts: AdminParts): void {
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
        }
      )
    })
    if (model === null) return reply.refuse(404)
    return reply.page(userPage({ ...model, isOneself: model.user.id === request.person?.userId }))
  })
  inviteRoutes(app, parts)
  postRoutes(app)
  endPostingRoutes(app)
  closingRoutes(app)
  signOutRoutes(app)
}
