import type { FastifyInstance } from 'fastify'
import { requestPage } from './page.tsx'
import { exportOf, modelOf } from './read.ts'

/** One request, to whoever asked, may decide, did, or oversees. */
export function requestRoutes(app: FastifyInstance): void {
  app.get('/exports/:request', { config: { action: 'export.read' } }, async (request, reply) => {
    const model = await request.acting(async (tx, note) => {
      const found = await exportOf(tx, request)
      if (found === null) return null
      note.about({ allowedBy: 'role', purpose: found.purpose, codes: [`export-${found.id}`] })
      return modelOf(tx, request, found)
    })
    return model === null ? reply.refuse(404) : reply.page(requestPage({ ...model, errors: [] }))
  })
}
