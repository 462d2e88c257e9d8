import type { FastifyInstance } from 'fastify'
import { waiting } from '../proposals/queries.ts'
import { meIn } from '../proposals/read.ts'
import { agenciesPage } from './page.tsx'
import { agencies, teams } from './queries.ts'
import { stoppingRoutes } from './stopping/routes.ts'
import { addTeamRoutes } from './teams/routes.ts'

/** The members of the partnership and their teams. */
export function agencyRoutes(app: FastifyInstance): void {
  app.get('/admin/agencies', { config: { action: 'admin.read' } }, async (request, reply) => {
    const model = await request.acting(async (tx, note) => {
      note.about({ allowedBy: 'role' })
      return {
        agencies: await agencies(tx),
        teams: await teams(tx),
        waiting: await waiting(tx, meIn(request)),
      }
    })
    return reply.page(agenciesPage({ ...model, ownAgency: request.person?.agencyId ?? '' }))
  })
  addTeamRoutes(app)
  stoppingRoutes(app)
}
