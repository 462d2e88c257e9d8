import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { noteShown, ownFields } from '../forms/read.ts'
import { isUuid } from '../../../methods/references/uuid.ts'
import { endOwnSession, endOwnSessions } from './queries.ts'

/** Ending one’s own sessions: one, or all. */
export function sessionRoutes(app: FastifyInstance): void {
  app.post<{ Params: { id: string } }>(
    '/account/sessions/:id/end',
    changes,
    async (request, reply) => {
      const { id } = request.params
      if (ownFields(request).is === 'stale') return shownAgain(request, reply)
      const ended = await request.acting(async tx =>
        isUuid(id) && (await endOwnSession(tx, id)) ? true : null,
      )
      if (ended === null) return reply.refuse(404)
      return id === request.person?.id
        ? reply.takeSession().redirect('/sign-out', 303)
        : reply.redirect('/account#sessions', 303)
    },
  )

  app.post('/account/sessions/end', changes, async (request, reply) => {
    if (ownFields(request).is === 'stale') return shownAgain(request, reply)
    await request.acting(endOwnSessions)
    return reply.takeSession().redirect('/sign-out', 303)
  })
}

async function shownAgain(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  await noteShown(request)
  return reply.redirect('/account#sessions', 303)
}

const changes = { config: { action: 'account.change' }, schema: { hide: true } } as const
