import type { FastifyInstance } from 'fastify'
import type { AccountParts } from '../parts.ts'
import { postingsOf } from './queries.ts'
import { workPage } from './page.tsx'

/** The first page after signing in: where one works, and what one may do. */
export function workRoutes(app: FastifyInstance, { mayDo = () => [] }: AccountParts): void {
  app.get('/work', { config: { action: 'work.read' } }, async (request, reply) => {
    const postings = await request.acting(tx => postingsOf(tx, request.person?.userId ?? ''))
    const roles = request.person?.roles ?? []
    const name = `${request.person?.givenName ?? ''} ${request.person?.familyName ?? ''}`.trim()
    return reply.page(workPage({ name, postings, mayDo: mayDo(roles) }))
  })
}
