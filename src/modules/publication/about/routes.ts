import type { FastifyInstance } from 'fastify'
import { aboutPage } from './page.tsx'
import { accessibilityPage } from './accessibility-page.tsx'
import { apiPage } from './api-page.tsx'
import { loadedFiles } from './queries.ts'

/** What stands behind the figures, and who can read the pages. */
export function aboutRoutes(app: FastifyInstance): void {
  app.get('/about', { schema: { hide: true } }, async (request, reply) =>
    reply.page(aboutPage(await request.reading(loadedFiles))),
  )
  app.get('/accessibility', { schema: { hide: true } }, async (_request, reply) =>
    reply.page(accessibilityPage()),
  )
  app.get('/api', { schema: { hide: true } }, async (_request, reply) => reply.page(apiPage()))
}
