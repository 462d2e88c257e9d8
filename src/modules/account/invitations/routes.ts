import type { FastifyInstance, FastifyReply } from 'fastify'
import { parseForm, type FieldError } from '../../../platform/web/form.ts'
import { isFromOurSite } from '../../../platform/web/forms/form-token.ts'
import { offerCode, offeredBefore } from '../one-time-codes/offered.ts'
import type { OfferedCode } from '../one-time-codes/new-code.tsx'
import { invitationPass } from '../identity-provider/journey.ts'
import type { AccountParts } from '../parts.ts'
import { letIn } from '../sign-in/let-in.ts'
import { elsewhere } from '../sign-in/routes.ts'
import { goToProvider, takeUp, type Taken } from './accept.ts'
import { invitationForms, providerForm } from './form.ts'
import { invitationPage, providerPlace } from './page.tsx'
import { invitedBy, type Invited, type Route } from './read.ts'

/** Taking up an invitation, by the address that one person gave and, mostly, the code that another did. */
export function invitationRoutes(app: FastifyInstance, parts: AccountParts): void {
  const { program } = parts
  const { key } = program

  const show = (
    { request, reply, invitation }: Visit,
    offered: OfferedCode,
    errors: readonly FieldError[],
  ): FastifyReply => {
    const at = `/invitations/${request.params.token}`
    const provider = parts.provider?.name ?? null
    const typed = (request.body ?? {})['handed']
    const handed = typeof typed === 'string' ? typed : ''
    return reply
      .header('cache-control', 'no-store')
      .code(errors.length === 0 ? 200 : 400)
      .page(invitationPage({ invitation, at, offered, errors, handed, provider }))
  }

  app.get<Route>('/invitations/:token', open, async (request, reply) => {
    const invited = await invitedBy(request)
    if (invited === null) return reply.refuse(404, over)
    const offered = offerCode(key, invited.invitation.userId)
    return show({ ...invited, reply }, offered, [])
  })

  app.post<Route>('/invitations/:token', open, async (request, reply) => {
    const invited = await invitedBy(request)
    if (invited === null) return reply.refuse(404, over)
    const { userId } = invited.invitation
    const before = offeredBefore(key, userId, (request.body ?? {})['_secret'])
    const offered = before ?? offerCode(key, userId)
    const taken = await taking(invited, offered)
    if (Array.isArray(taken)) return show({ ...invited, reply }, offered, taken)
    const who = { userId, means: 'password and code', next: '/account' } as const
    if (taken.is === 'taken' && (await letIn(program, { request, reply }, who))) return reply
    return reply.refuse(404, over)
  })

  app.post<Route>('/invitations/:token/provider', open, async (request, reply) => {
    const invited = parts.provider ? await invitedBy(request) : null
    if (invited === null) return reply.refuse(404, over)
    const went = await goingToProvider(invited)
    if (Array.isArray(went))
      return show({ ...invited, reply }, offerCode(key, invited.invitation.userId), went)
    const pass = invitationPass(key, invited.token)
    return went === 'done'
      ? reply.redirect(`${providerPlace}&invitation=${pass}`, 303)
      : reply.refuse(404, over)
  })

  const goingToProvider = async (invited: Invited): Promise<'done' | 'over' | FieldError[]> => {
    if (!isFromOurSite(invited.request)) return [elsewhere]
    const read = parseForm(providerForm, invited.request.body)
    if (read.is === 'wrong') return read.errors
    const { handed } = read.value
    const went = await goToProvider(program, { ...invited, handed, request: invited.request.id })
    return went.is === 'wrong' ? [went.error] : went.is
  }

  /** What became of it, or what is wrong with the form. */
  const taking = async (
    { request, token, invitation }: Invited,
    offered: OfferedCode,
  ): Promise<Exclude<Taken, { is: 'wrong' }> | FieldError[]> => {
    if (!isFromOurSite(request)) return [elsewhere]
    const form = invitation.byCode ? invitationForms.byCode : invitationForms.byAddress
    const read = parseForm(form, request.body)
    if (read.is === 'wrong') return read.errors
    const { _new: password, _code: code, handed } = read.value
    const of = { token, invitation, handed, password, code, offered, request: request.id }
    const taken = await takeUp(program, of)
    return taken.is === 'wrong' ? [taken.error] : taken
  }
}

interface Visit extends Invited {
  reply: FastifyReply
}

const open = { config: { isPublic: true }, schema: { hide: true } } as const

/** The same for one that never was. */
const over = {
  sentence:
    'This invitation does not hold: it has been used, has run out or was ended, a later one has taken its place, or a second administrator has not agreed yet. Ask whoever invited you. If you have set up your account already, sign in.',
}
