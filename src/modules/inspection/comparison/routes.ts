import type { FastifyInstance } from 'fastify'
import { comparisonPage } from './page.tsx'
import { readComparison } from './read.ts'

/** Forces beside each other, as a page. */
export function comparisonRoutes(app: FastifyInstance): void {
  app.get('/inspections/comparison', { schema: { hide: true } }, async (request, reply) =>
    reply.page(comparisonPage(await request.reading(readComparison))),
  )
}
