import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { FieldError } from '../../../platform/web/form.ts'
import type { AccountParts } from '../parts.ts'
import { epochNow } from '../../../platform/sessions/queries.ts'
import { letIn, refused } from '../sign-in/let-in.ts'
import { nextOf, showSignIn } from '../sign-in/routes.ts'
import { invitationIn, journeyCookie, journeyLasts, readJourney, type Journey } from './journey.ts'
import { federatedUser } from './queries.ts'
import { openProvider } from './read.ts'

const at = '/sign-in/identity-provider'
const cookieName = 'turnstone-provider'

/** Signing in by an identity provider: there, and back. The routes exist only where one is set. */
export function identityProviderRoutes(app: FastifyInstance, parts: AccountParts): void {
  const { program, origin, provider: settings } = parts
  if (origin === null || settings === undefined || settings === null) return
  const provider = openProvider(settings, `${origin}${at}/return`)
  const cookie = {
    path: at,
    httpOnly: true,
    sameSite: 'lax',
    secure: origin.startsWith('https:'),
    maxAge: journeyLasts,
  } as const

  app.get<{ Querystring: { invitation?: unknown } }>(at, open, async (request, reply) => {
    const journey: Journey = {
      verifier: byChance(),
      state: byChance(),
      nonce: byChance(),
      next: nextOf(request.query),
      isFresh: 'fresh' in (request.query as object),
      invitation: invitationIn(program.key, request.query.invitation),
      began: await request.reading(epochNow),
    }
    const address = await provider.addressFor(journey).catch(() => null)
    if (address === null) return reply.refuse(503, away)
    return reply
      .setCookie(cookieName, journeyCookie(program.key, journey), cookie)
      .header('cache-control', 'no-store')
      .redirect(address.href, 303)
  })

  app.get(`${at}/return`, open, async (request, reply) => {
    const now = await request.reading(epochNow)
    const journey = readJourney(program.key, request.cookies[cookieName] ?? '', now)
    reply.clearCookie(cookieName, cookie)
    if (journey === null) return again(request, reply, tooLong)
    const back = new URL(request.url, origin)
    const identity = await provider.whoCame(back, journey, now - journey.began)
    if (identity === null) return again(request, reply, notGood)
    const came = { ...identity, invitation: journey.invitation }
    const userId = await request.asNobody(tx => federatedUser(tx, program.key, came))
    if (userId === null) return again(request, reply, noAccount)
    const who = { userId, means: 'identity provider', next: journey.next } as const
    if (await letIn(program, { request, reply }, who)) return reply
    return again(request, reply, noAccount)
  })

  const again = async (
    request: FastifyRequest,
    reply: FastifyReply,
    error: FieldError,
  ): Promise<FastifyReply> => {
    await refused({ request, reply }, null)
    return showSignIn(parts, { request, reply: reply.code(400) }, { errors: [error] })
  }
}

const open = { config: { isPublic: true }, schema: { hide: true } } as const

/** 43 letters and digits, as PKCE wants at least. */
const byChance = (): string => randomBytes(32).toString('base64url')

const sentence = (text: string): FieldError => ({ field: '', sentence: text })
const tooLong = sentence('Signing in took too long, or began in another browser. Try again.')
const notGood = sentence('Your organisation did not confirm who you are. Try again.')
const noAccount = sentence(
  'There is no account here for you yet. Ask whoever runs Turnstone for an invitation to your email address.',
)

const away = {
  sentence: 'The sign-in of your organisation cannot be reached just now. Try again in a minute.',
  retryAfter: 60,
}
