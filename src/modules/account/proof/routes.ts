import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { parseForm, type FieldError } from '../../../platform/web/form.ts'
import { noteShown, ownFields, userOf } from '../forms/read.ts'
import { actorOf } from '../../../platform/web/acting.ts'
import { tokenFor } from '../../../platform/web/forms/form-token.ts'
import { ownEmail } from '../overview/queries.ts'
import type { AccountParts } from '../parts.ts'
import { readUsed } from '../passkeys/answer.ts'
import { askToUse, placeOf, whoUsed } from '../passkeys/read.ts'
import { pauseSentence } from '../sign-in/pause.ts'
import { recognise, type Recognised } from '../sign-in/recognise.ts'
import { nextOf } from '../sign-in/routes.ts'
import { proofPage } from './page.tsx'
import { prove } from './queries.ts'

/** Step-up: showing a second factor again, then back to where one came from. */
export function proofRoutes(app: FastifyInstance, parts: AccountParts): void {
  const shown = async (request: FastifyRequest, errors: readonly FieldError[]) =>
    proofPage({
      next: nextOf(request.query),
      token: tokenFor(request),
      errors,
      passkey: await askToUse(parts, request, userOf(request)),
      provider: parts.provider?.name ?? null,
    })

  const shownAgain = async (
    request: FastifyRequest,
    reply: FastifyReply,
    errors: readonly FieldError[],
  ): Promise<FastifyReply> => {
    await noteShown(request)
    return reply.code(400).page(await shown(request, errors))
  }

  app.get('/account/proof', reads, async (request, reply) => {
    await noteShown(request)
    return reply.page(await shown(request, []))
  })

  app.post('/account/proof/passkey', proves, async (request, reply) => {
    const sent = ownFields(request)
    if (sent.is === 'stale') return shownAgain(request, reply, sent.errors)
    const place = placeOf(parts, request)
    const answer = readUsed(sent.fields['_answer'])
    const by = { userId: userOf(request) }
    const userId = answer && place && (await whoUsed(parts.program, place, { answer, ...by }))
    if (userId === by.userId) {
      await provenNow(parts, request)
      return reply.redirect(nextOf(request.query), 303)
    }
    await request.acting(async () => Promise.resolve(null))
    return reply.code(400).page(await shown(request, [passkeyUnknown]))
  })

  app.post('/account/proof', proves, async (request, reply) => {
    const again = async (errors: readonly FieldError[]) => {
      await request.acting(async () => Promise.resolve(null))
      return reply.code(400).page(await shown(request, errors))
    }
    const sent = ownFields(request)
    if (sent.is === 'stale') return shownAgain(request, reply, sent.errors)
    const read = parseForm(codeForm, sent.fields)
    if (read.is === 'wrong') return shownAgain(request, reply, read.errors)
    const found = await shownBy(parts, request, read.value._code)
    if (found.is !== 'recognised') return again([sentenceFor(found)])
    await provenNow(parts, request)
    return reply.redirect(nextOf(request.query), 303)
  })
}

const passkeyUnknown: FieldError = {
  field: '',
  sentence: 'The passkey was not recognised. Try again, or use a code.',
}

const codeForm = z.object({
  _code: z
    .string('Enter the code from your app')
    .trim()
    .min(1, 'Enter the code from your app')
    .max(40),
})

const reads = { config: { action: 'account.read' }, schema: { hide: true } } as const
const proves = { config: { action: 'account.prove' }, schema: { hide: true } } as const

const sentenceFor = (found: Recognised): FieldError => ({
  field: '_code',
  sentence:
    found.is === 'paused'
      ? pauseSentence(found.seconds)
      : 'The code is not right, or was used before. Wait for the next one and try again.',
})

/** Whether a code is one of whoever acts; it counts as a try like any other. */
async function shownBy(
  { program }: AccountParts,
  request: FastifyRequest,
  code: string,
): Promise<Recognised> {
  const email = await program.door.reading(actorOf(request), ownEmail)
  const claim = { email: email ?? '', password: null, code, address: request.ip }
  return recognise(program, claim)
}

/** This session has just shown a second factor. */
const provenNow = ({ program }: AccountParts, request: FastifyRequest): Promise<void> =>
  request.acting(tx => prove(tx, program.key, request.person?.id ?? ''))
