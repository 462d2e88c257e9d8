import type { FastifyInstance } from 'fastify'
import { waiting } from '../proposals/queries.ts'
import { meIn } from '../proposals/read.ts'
import { endTokenRoutes } from './ending/routes.ts'
import { tokensPage } from './page.tsx'
import { addProgramRoutes } from './programs/routes.ts'
import { liveTokens, programs } from './queries.ts'

/** Programs of agencies, and the tokens by which they are known. */
export function tokenRoutes(app: FastifyInstance): void {
  app.get('/admin/tokens', { config: { action: 'admin.read' } }, async (request, reply) =>
    reply.page(
      tokensPage(
        await request.acting(async (tx, note) => {
          const found = await programs(tx)
          note.about({ allowedBy: 'role', subjects: found.map(({ id }) => id) })
          return {
            programs: found,
            tokens: await liveTokens(tx),
            waiting: await waiting(tx, meIn(request)),
          }
        }),
      ),
    ),
  )
  addProgramRoutes(app)
  endTokenRoutes(app)
}
