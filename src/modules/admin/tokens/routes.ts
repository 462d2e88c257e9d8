import type { FastifyInstance } from 'fastify'
import type { AdminParts } from '../parts.ts'
import { endTokenRoutes } from './ending/routes.ts'
import { makeTokenRoutes } from './making/routes.ts'
import { tokensPage } from './page.tsx'
import { addProgramRoutes } from './programs/routes.ts'
import { liveTokens, programs } from './queries.ts'

/** Programs of agencies, and the tokens by which they are known. */
export function tokenRoutes(app: FastifyInstance, parts: AdminParts): void {
  app.get('/admin/tokens', { config: { action: 'admin.read' } }, async (request, reply) =>
    reply.page(
      tokensPage(
        await request.acting(async (tx, note) => {
          const found = await programs(tx)
          note.about({ allowedBy: 'role', subjects: found.map(({ id }) => id) })
          return { programs: found, tokens: await liveTokens(tx) }
        }),
      ),
    ),
  )
  addProgramRoutes(app)
  makeTokenRoutes(app, parts)
  endTokenRoutes(app)
}
