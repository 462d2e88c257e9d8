import type { FastifyRequest } from 'fastify'
import { tokenHash, type TokenHash } from '../../../platform/access/token.ts'
import { invitationOf, type Invitation } from './queries.ts'

export interface Route {
  Params: { token: string }
  Body: Record<string, unknown> | undefined
}

/** A request under an address that invites somebody. */
export interface Invited {
  request: FastifyRequest<Route>
  token: TokenHash
  invitation: Invitation
}

/** Whom the address of a request invites; null when it invites nobody, or nobody any more. */
export async function invitedBy(request: FastifyRequest<Route>): Promise<Invited | null> {
  const token = tokenHash(request.params.token)
  const invitation = token && (await request.reading(tx => invitationOf(tx, token)))
  return token === null || invitation === null ? null : { request, token, invitation }
}
