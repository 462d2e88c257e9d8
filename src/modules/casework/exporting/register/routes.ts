import type { FastifyInstance } from 'fastify'
import { isUuid } from '../../../../methods/references/uuid.ts'
import { isAllowed } from '../../../../platform/access/permissions.ts'
import { exportRequests, exportRules } from '../queries.ts'
import { mayExport } from '../permissions.ts'
import { pageLength, registerPage } from './page.tsx'

/** Own requests, and those to decide; to a standards auditor all of the area. */
export function registerRoutes(app: FastifyInstance): void {
  app.get<{ Querystring: { after?: unknown } }>(
    '/exports',
    { config: { action: 'export.list' } },
    async (request, reply) => {
      const { after } = request.query
      const start = isUuid(after) ? { after } : {}
      const listed = await request.acting(async (tx, note) => {
        note.about({ allowedBy: 'role' })
        const requests = await exportRequests(tx, { ...start, most: pageLength + 1 })
        return { requests, times: (await exportRules(tx)).times }
      })
      const roles = request.person?.roles ?? []
      return reply.page(
        registerPage({
          ...listed,
          goesOn: isUuid(after),
          userId: request.person?.userId ?? '',
          mayAsk: isAllowed(mayExport['export.begin'], roles),
          mayDecide: isAllowed(mayExport['export.weigh'], roles),
          oversees: roles.includes('standards-auditor'),
        }),
      )
    },
  )
}
