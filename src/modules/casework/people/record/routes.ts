import type { FastifyInstance, FastifyRequest } from 'fastify'
import { underGlass } from '../../glass/banner.tsx'
import { ownGlassOn } from '../../glass/queries.ts'
import { askedOfPerson } from '../../purpose/page.tsx'
import { lastsOutsideOf } from '../../purpose/purpose.ts'
import { mustSayWhy } from '../../purpose/read.ts'
import { askWhy } from '../../purpose/routes.ts'
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
        const userId = ownId(request)
        const about = { is: 'person', id: record.person.id } as const
        const minutes = lastsOutsideOf([record], userId)
        if (await mustSayWhy(tx, { about, minutes, note })) return 'say why'
        const isInNeed = record.allowedBy === 'break-glass'
        const through = isInNeed ? entry.subjects : []
        return { record, glass: await ownGlassOn(tx, through, userId) }
      })
      if (found === null) return reply.refuse(404)
      if (found === 'say why') return askWhy(request, reply, askedOfPerson(request.params.id))
      return reply.page(underGlass(recordPage(found.record), found.glass))
    },
  )
}

const ownId = ({ person }: FastifyRequest): string => person?.userId ?? ''
