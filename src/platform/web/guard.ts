import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isAllowed, type Permissions } from '../access/permissions.ts'
import { actionOf, permissionOf } from './acting.ts'
import { isForPrograms } from './answers.tsx'
import type { Sent } from './form-body.ts'
import { isFromOurPage } from './forms/form-token.ts'
import { keepForEndedSession } from './forms/queries.ts'
import { placeOf, typedIn } from './forms/sent.ts'

/**
 * Lets a request reach its route only when somebody is there whose role gives the verb. Who lacks it
 * gets the answer of an address that does not exist, and the same entry in the audit log.
 */
export function guardRoutes(app: FastifyInstance, tables: Permissions): void {
  // Before what was sent is looked at: who may not ask is told nothing about the fields.
  app.addHook('preValidation', async (request, reply) => {
    if (request.routeOptions.config.action === undefined) return undefined
    if (request.person === null) return askToSignIn(request, reply)
    const permission = permissionOf(tables, actionOf(request))
    if (isAllowed(permission, request.person.roles)) return undefined
    await request.acting(async () => Promise.resolve(null))
    return reply.refuse(404)
  })
}

/** A browser is led to the sign-in page and back; a program is told. */
export async function askToSignIn(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (isForPrograms(request.url)) return reply.header('www-authenticate', 'Bearer').refuse(401)
  if (request.method === 'POST') await keepTyped(request)
  const next = new URLSearchParams({ next: placeOf(request) })
  return reply.header('cache-control', 'no-store').redirect(`/sign-in?${next.toString()}`, 303)
}

/** The session ran out while somebody typed: the words are there again after signing in. */
async function keepTyped(request: FastifyRequest): Promise<void> {
  const { token } = request
  const sent = request.body as Sent | undefined
  if (token === null || !isFromOurPage(request, sent?.['_token'])) return
  const draft = { token, place: placeOf(request), fields: typedIn(sent ?? {}) }
  await request.asNobody(tx => keepForEndedSession(tx, draft))
}
