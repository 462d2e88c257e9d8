import type { FastifyInstance, FastifyRequest } from 'fastify'
import { append } from '../../../platform/audit/queries.ts'
import { endSession } from '../../../platform/sessions/queries.ts'
import { formToken, isFromOurPage } from '../../../platform/web/forms/form-token.ts'
import type { AccountParts } from '../parts.ts'
import { signedOutPage, signOutPage } from './page.tsx'

/** Signing out, whatever role somebody has or has not. */
export function signOutRoutes(app: FastifyInstance, { program }: AccountParts): void {
  app.get('/sign-out', open, async (request, reply) => {
    const { person, token } = request
    reply.header('cache-control', 'no-store')
    if (person === null || token === null) return reply.page(signedOutPage)
    return reply.page(signOutPage(formToken(token)))
  })

  app.post('/sign-out', open, async (request, reply) => {
    if (request.person !== null && !isFromOurPage(request, sentToken(request)))
      return reply.redirect('/sign-out', 303)
    await signOut(request)
    return reply.takeSession().redirect('/sign-out', 303)
  })

  const signOut = async ({ person, token, id }: FastifyRequest): Promise<void> => {
    if (person === null || token === null) return
    await program.door.writing({ is: 'person', token }, async tx => {
      await append(tx, {
        class: 'consultation',
        verb: 'sign-out.done',
        outcome: 'done',
        request: id,
      })
      await endSession(tx, token)
    })
  }
}

const open = { config: { isPublic: true }, schema: { hide: true } } as const

const sentToken = ({ body }: FastifyRequest): unknown =>
  (body as Readonly<Record<string, unknown>> | undefined)?.['_token']
