import type { FastifyInstance } from 'fastify'
import { recordPage } from './page.tsx'
import { entryOf, recordOf } from './read.ts'

/** The record of a person. */
export function recordRoutes(app: FastifyInstance): void {
  app.get<{ Params: { id: string } }>(
    '/people/:id',
    { config: { action: 'person.read' } },
    async (request, reply) => {
      const found = await request.acting(async (tx, note) => {
        const record = await recordOf(tx, request.params.id)
        if (record !== null) note.about(entryOf(record))
        return record
      })
      return found === null ? reply.refuse(404) : reply.page(recordPage(found))
    },
  )
}
