import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { AddWorkingDays } from './due.ts'
import { forceJson, historyAsJson } from './json.ts'
import { readForce } from './read.ts'

const slug = z.string().meta({
  description: 'as in the address of the page',
  examples: ['west-midlands', 'metropolitan'],
})

/** One force as JSON: the same visits, verdicts and points as its page. */
export function forceApi(app: FastifyInstance, addWorkingDays: AddWorkingDays): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/inspections/forces/:slug',
    {
      schema: {
        tags: ['inspections'],
        summary: 'One force: its visits in order, verdicts with reasons, and what inspectors asked',
        params: z.object({ slug }),
        response: { 200: forceJson },
      },
    },
    async (request, reply) => {
      const history = await request.reading(tx =>
        readForce(tx, request.params.slug, addWorkingDays),
      )
      return history === null ? reply.refuse(404) : historyAsJson(history)
    },
  )
}
