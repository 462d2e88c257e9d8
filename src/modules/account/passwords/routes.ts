import type { FastifyInstance, FastifyRequest } from 'fastify'
import { parseForm, type FieldError } from '../../../platform/web/form.ts'
import { noteShown, ownFields, userOf } from '../forms/read.ts'
import { actorOf } from '../../../platform/web/acting.ts'
import { tokenFor } from '../../../platform/web/forms/form-token.ts'
import { ownEmail } from '../overview/queries.ts'
import type { AccountParts } from '../parts.ts'
import { askForProof, isProven } from '../proof/read.ts'
import { endOtherSessions } from '../sessions/queries.ts'
import { pauseSentence } from '../sign-in/pause.ts'
import { recognisePassword, type Recognised } from '../sign-in/recognise.ts'
import { whyNot } from './acceptable.ts'
import { commonPasswords } from './common-passwords.ts'
import { passwordForm } from './form.ts'
import { ownWords } from './own-words.ts'
import { passwordPage } from './page.tsx'
import { hashOf } from './password.ts'
import { setPassword } from './queries.ts'

/** Changing one’s own password, with the old one and a second factor that was just shown. */
export function passwordRoutes(app: FastifyInstance, { program }: AccountParts): void {
  app.get('/account/password', reads, async (request, reply) => {
    await noteShown(request)
    if (!(await isProven(request))) return askForProof(reply, '/account/password')
    return reply.page(passwordPage({ token: tokenFor(request), errors: [] }))
  })

  app.post('/account/password', changes, async (request, reply) => {
    const again = async (errors: readonly FieldError[], isRefused = false) => {
      if (isRefused) await request.acting(async () => Promise.resolve(null))
      else await noteShown(request)
      return reply.code(400).page(passwordPage({ token: tokenFor(request), errors }))
    }
    if (!(await isProven(request))) {
      await noteShown(request)
      return askForProof(reply, '/account/password')
    }
    const sent = ownFields(request)
    if (sent.is === 'stale') return again(sent.errors)
    const read = parseForm(passwordForm, sent.fields)
    if (read.is === 'wrong') return again(read.errors)
    const { _old, _new } = read.value
    const refusal = await refusalOf(request, _old, _new)
    if (refusal !== null) return again([refusal], refusal.field === '_old')
    const hash = await hashOf(_new)
    await request.acting(async tx => {
      await setPassword(tx, program.key, { userId: userOf(request), hash })
      await endOtherSessions(tx)
    })
    return reply.redirect('/account', 303)
  })

  const refusalOf = async (request: FastifyRequest, before: string, after: string) => {
    const email = (await program.door.reading(actorOf(request), ownEmail)) ?? ''
    const found = await recognisePassword(program, {
      email,
      password: before,
      address: request.ip,
    })
    if (found.is !== 'recognised') return sentenceFor(found)
    return whyNotOwn(request, email, after)
  }
}

const reads = { config: { action: 'account.read' }, schema: { hide: true } } as const
const changes = { config: { action: 'account.change' }, schema: { hide: true } } as const

const sentenceFor = (found: Recognised): FieldError => ({
  field: '_old',
  sentence:
    found.is === 'paused' ? pauseSentence(found.seconds) : 'That is not your password of now',
})

async function whyNotOwn(
  { person }: FastifyRequest,
  email: string,
  password: string,
): Promise<FieldError | null> {
  const { givenName = '', familyName = '' } = person ?? {}
  const own = ownWords({ givenName, familyName, email })
  const sentence = whyNot(password, { common: await commonPasswords(), own })
  return sentence === null ? null : { field: '_new', sentence }
}
