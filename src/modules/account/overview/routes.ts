import type { FastifyInstance } from 'fastify'
import { tokenFor } from '../../../platform/web/forms/form-token.ts'
import type { AccountParts } from '../parts.ts'
import { placeOf } from '../passkeys/read.ts'
import { accountPage } from './page.tsx'
import { readAccount } from './read.ts'

/** One’s own account. */
export function overviewRoutes(app: FastifyInstance, parts: AccountParts): void {
  app.get('/account', reads, async (request, reply) => {
    const account = await request.acting(readAccount)
    const { givenName = '', familyName = '' } = request.person ?? {}
    const name = `${givenName} ${familyName}`
    const token = tokenFor(request)
    const passkeysPossible = placeOf(parts, request) !== null
    return reply.page(accountPage({ account, token, name, passkeysPossible }))
  })
}

const reads = { config: { action: 'account.read' }, schema: { hide: true } } as const
