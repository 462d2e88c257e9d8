import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { tokenHash, type TokenHash } from '../../../platform/access/token.ts'
import { parseForm, type FieldError } from '../../../platform/web/form.ts'
import { isFromOurSite } from '../../../platform/web/forms/form-token.ts'
import { offerCode, offeredBefore } from '../one-time-codes/offered.ts'
import type { OfferedCode } from '../one-time-codes/new-code.tsx'
import type { AccountParts } from '../parts.ts'
import { letIn } from '../sign-in/let-in.ts'
import { elsewhere } from '../sign-in/routes.ts'
import { takeUp, type Taken } from './accept.ts'
import { invitationForm } from './form.ts'
import { invitationPage } from './page.tsx'
import { invitationOf, type Invitation } from './queries.ts'

/** Taking up an invitation: the address is the secret, so whoever has it needs nothing else. */
export function invitationRoutes(app: FastifyInstance, parts: AccountParts): void {
  const { program } = parts
  const { key } = program

  const show = (
    { request, reply, invitation }: Invited,
    offered: OfferedCode,
    errors: readonly FieldError[],
  ): FastifyReply => {
    const at = `/invitations/${request.params.token}`
    const provider = parts.provider?.name ?? null
    return reply
      .header('cache-control', 'no-store')
      .code(errors.length === 0 ? 200 : 400)
      .page(invitationPage({ invitation, at, offered, errors, provider }))
  }

  const invitedBy = async (request: InvitationRequest) => {
    const token = tokenHash(request.params.token)
    const invitation = token && (await request.reading(tx => invitationOf(tx, token)))
    return token === null || invitation === null ? null : { token, invitation }
  }

  app.get<Route>('/invitations/:token', open, async (request, reply) => {
    const invited = await invitedBy(request)
    if (invited === null) return reply.refuse(404, over)
    const offered = offerCode(key, invited.invitation.userId)
    return show({ request, reply, ...invited }, offered, [])
  })

  app.post<Route>('/invitations/:token', open, async (request, reply) => {
    const invited = await invitedBy(request)
    if (invited === null) return reply.refuse(404, over)
    const { userId } = invited.invitation
    const before = offeredBefore(key, userId, (request.body ?? {})['_secret'])
    const offered = before ?? offerCode(key, userId)
    const taken = await taking({ request, reply, ...invited }, offered)
    if (Array.isArray(taken)) return show({ request, reply, ...invited }, offered, taken)
    const who = { userId, means: 'password and code', next: '/account' } as const
    if (taken.is === 'taken' && (await letIn(program, { request, reply }, who))) return reply
    return reply.refuse(404, over)
  })

  /** What became of it, or what is wrong with the form. */
  const taking = async (
    { request, token, invitation }: Invited,
    offered: OfferedCode,
  ): Promise<Exclude<Taken, { is: 'wrong' }> | FieldError[]> => {
    if (!isFromOurSite(request)) return [elsewhere]
    const read = parseForm(invitationForm, request.body)
    if (read.is === 'wrong') return read.errors
    const { _new: password, _code: code } = read.value
    const of = { token, invitation, password, code, offered, request: request.id }
    const taken = await takeUp(program, of)
    return taken.is === 'wrong' ? [taken.error] : taken
  }
}

interface Route {
  Params: { token: string }
  Body: Record<string, unknown> | undefined
}

type InvitationRequest = FastifyRequest<Route>

interface Invited {
  request: InvitationRequest
  reply: FastifyReply
  token: TokenHash
  invitation: Invitation
}

const open = { config: { isPublic: true }, schema: { hide: true } } as const

const over = {
  sentence:
    'This invitation has been used, has run out, or a later one has taken its place. Ask whoever invited you for a new one. If you have set up your account already, sign in.',
}
