import type { FastifyInstance } from 'fastify'
import { meIn } from '../proposals/read.ts'
import { overviewPage } from './page.tsx'
import { counts } from './queries.ts'

/** The first page of administration. */
export function overviewRoutes(app: FastifyInstance): void {
  app.get('/admin', { config: { action: 'admin.read' } }, async (request, reply) =>
    reply.page(
      overviewPage(
        await request.acting((tx, note) => {
          note.about({ allowedBy: 'role' })
          return counts(tx, meIn(request))
        }),
      ),
    ),
  )
}
