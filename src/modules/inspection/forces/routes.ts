import type { FastifyInstance } from 'fastify'
import type { AddWorkingDays } from './due.ts'
import { forcePage } from './page.tsx'
import { readForce } from './read.ts'

/** One force: what the record holds of it, as a page. */
export function forceRoutes(app: FastifyInstance, addWorkingDays: AddWorkingDays): void {
  app.get<{ Params: { slug: string } }>(
    '/inspections/forces/:slug',
    { schema: { hide: true } },
    async (request, reply) => {
      const history = await request.reading(tx =>
        readForce(tx, request.params.slug, addWorkingDays),
      )
      return history === null ? reply.refuse(404) : reply.page(forcePage(history))
    },
  )
}
