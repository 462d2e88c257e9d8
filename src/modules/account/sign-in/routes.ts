import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { parseForm, type FieldError } from '../../../platform/web/form.ts'
import { isFromOurSite } from '../../../platform/web/forms/form-token.ts'
import type { AccountParts } from '../parts.ts'
import { readUsed } from '../passkeys/answer.ts'
import { placeOf, whoUsed } from '../passkeys/read.ts'
import { signInForm } from './form.ts'
import { letIn, refused, type Visit } from './let-in.ts'
import { ownPlace } from './own-place.ts'
import { signInPage } from './page.tsx'
import { pauseSentence } from './pause.ts'
import { recognise, type Claim, type Recognised } from './recognise.ts'
import { waysFor } from './read.ts'

/** Signing in by password and one-time code. */
export function signInRoutes(app: FastifyInstance, parts: AccountParts): void {
  app.get('/sign-in', open, async (request, reply) => {
    const next = nextOf(request.query)
    if (request.person !== null) return reply.redirect(next, 303)
    return showSignIn(parts, { request, reply }, { errors: [] })
  })

  app.post('/sign-in', open, async (request, reply) => {
    const visit = { request, reply }
    const sent = parseForm(signInForm, request.body)
    const email = sent.is === 'read' ? sent.value.email : (sent.entered['email'] ?? '')
    const again = (...errors: FieldError[]) =>
      showSignIn(parts, { request, reply: reply.code(400) }, { errors, email })
    if (!isFromOurSite(request)) return again(elsewhere)
    if (sent.is === 'wrong') return again(...sent.errors)
    const claim: Claim = {
      email,
      password: sent.value._password,
      code: sent.value._code,
      address: request.ip,
    }
    const found = await recognise(parts.program, claim)
    if (await isLetIn(parts, visit, found)) return reply
    return again(sentenceFor(found))
  })

  app.post('/sign-in/passkey', open, async (request, reply) => {
    const again = (error: FieldError) =>
      showSignIn(parts, { request, reply: reply.code(400) }, { errors: [error] })
    const place = placeOf(parts, request)
    if (place === null) return reply.refuse(404)
    if (!isFromOurSite(request)) return again(elsewhere)
    const answer = readUsed(answerIn(request))
    const userId = answer && (await whoUsed(parts.program, place, { answer, userId: null }))
    if (userId === null) {
      await refused({ request, reply }, null)
      return again(notKnown)
    }
    const who = { userId, means: 'passkey', next: nextOf(request.query) } as const
    if (await letIn(parts.program, { request, reply }, who)) return reply
    return again(notKnown)
  })
}

/** What a browser says that a passkey answered. */
const answerIn = ({ body }: FastifyRequest): unknown =>
  (body as Readonly<Record<string, unknown>> | undefined)?.['_answer']

const notKnown: FieldError = {
  field: '',
  sentence: 'The passkey was not recognised. Try again, or sign in with your password and a code.',
}

/** What is open to all; nothing of it is kept by a browser or on the way. */
const open = { config: { isPublic: true }, schema: { hide: true } } as const

async function isLetIn(
  { program }: AccountParts,
  visit: Visit,
  found: Recognised,
): Promise<boolean> {
  const next = nextOf(visit.request.query)
  if (found.is === 'recognised') {
    return letIn(program, visit, { userId: found.userId, means: 'password and code', next })
  }
  if (found.is === 'refused') await refused(visit, found.userId)
  return false
}

const sentenceFor = (found: Recognised): FieldError =>
  found.is === 'paused' ? { field: '', sentence: pauseSentence(found.seconds) } : notRecognised

/** The same words whatever did not fit. */
const notRecognised: FieldError = {
  field: 'email',
  sentence: 'The email address, password or code is not right. Check all three and try again.',
}

export const elsewhere: FieldError = {
  field: '',
  sentence: 'The form was not sent from this page. Fill it in here and send it again.',
}

/** The sign-in page, empty or with what was wrong. */
export async function showSignIn(
  parts: AccountParts,
  { request, reply }: Visit,
  { errors, email = '' }: { errors: readonly FieldError[]; email?: string },
): Promise<FastifyReply> {
  const next = nextOf(request.query)
  const ways = await waysFor(parts, request)
  return reply.header('cache-control', 'no-store').page(signInPage({ email, next, errors, ways }))
}

export const nextOf = (query: unknown): string =>
  ownPlace((query as Readonly<Record<string, unknown>>)['next'])
