import type { FastifyInstance } from 'fastify'
import { underGlass } from '../../glass/banner.tsx'
import { ownGlassOn } from '../../glass/queries.ts'
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
        if (record === null) return null
        const entry = entryOf(record)
        note.about(entry)
        const isInNeed = record.allowedBy === 'break-glass'
        const through = isInNeed ? entry.subjects : []
        return { record, glass: await ownGlassOn(tx, through, request.person?.userId ?? '') }
      })
      if (found === null) return reply.refuse(404)
      return reply.page(underGlass(recordPage(found.record), found.glass))
    },
  )
}
