import type { FastifyInstance } from 'fastify'
import { isFromOurSite } from '../../../platform/web/forms/form-token.ts'
import { letIn } from '../sign-in/let-in.ts'
import { ownPlace } from '../sign-in/own-place.ts'
import type { AccountParts } from '../parts.ts'

/**
 * Signing in as somebody invented, without a password. The routes exist in demo mode alone, and answer
 * this machine alone; a page of another site cannot use them.
 */
export function demonstrationRoutes(
  app: FastifyInstance,
  { program, personas = [] }: AccountParts,
): void {
  if (personas.length === 0) return
  app.post<{ Body: { persona?: unknown; next?: unknown } | undefined }>(
    '/demo/sign-in',
    { config: { isPublic: true }, schema: { hide: true } },
    async (request, reply) => {
      const persona = personas.find(({ code }) => code === request.body?.persona)
      if (!isLoopback(request.ip) || !isFromOurSite(request)) return reply.refuse(404)
      if (persona === undefined) return reply.refuse(400, { sentence: unknown })
      const who = {
        userId: persona.userId,
        means: 'demonstration',
        next: ownPlace(request.body?.next),
      } as const
      if (await letIn(program, { request, reply }, who)) return reply
      return reply.refuse(503, notYet)
    },
  )
}

const unknown =
  'There is no such persona. The sign-in page lists them; each is called by its role, such as investigator or investigator-2.'

const notYet = {
  sentence: 'The demonstration is still being made. Try again in a few seconds.',
  retryAfter: 5,
}

const isLoopback = (address: string): boolean => /^(127\.|::1$|::ffff:127\.)/.test(address)
