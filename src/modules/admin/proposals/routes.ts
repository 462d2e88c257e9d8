import type { FastifyInstance } from 'fastify'
import { waitingPage } from './page.tsx'
import { subjectsOf } from './proposal.ts'
import { settledLately, waiting, whoCouldAgree } from './queries.ts'
import { meIn } from './read.ts'
import { withdrawingRoutes } from './withdrawing/routes.ts'

/** What waits for a second administrator, and what became of the last ones. */
export function waitingRoutes(app: FastifyInstance): void {
  app.get('/admin/waiting', { config: { action: 'admin.read' } }, async (request, reply) => {
    const me = meIn(request)
    const model = await request.acting(async (tx, note) => {
      const [now, settled] = [await waiting(tx, me), await settledLately(tx, me)]
      note.about({ allowedBy: 'role', subjects: [...now, ...settled].flatMap(subjectsOf) })
      return { waiting: now, settled, others: await whoCouldAgree(tx, me) }
    })
    return reply.page(waitingPage(model))
  })
  withdrawingRoutes(app)
}
