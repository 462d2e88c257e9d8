import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Program } from '../../../platform/sessions/begin.ts'
import { parseForm } from '../../../platform/web/form.ts'
import { noteShown, ownFields, userOf } from '../forms/read.ts'
import { actorOf } from '../../../platform/web/acting.ts'
import { tokenFor } from '../../../platform/web/forms/form-token.ts'
import { ownEmail } from '../overview/queries.ts'
import type { AccountParts } from '../parts.ts'
import { epochNow } from '../../../platform/sessions/queries.ts'
import { askForProof, isProven } from '../proof/read.ts'
import { stepOf } from './code.ts'
import { firstCodeForm, otherCode } from './form.ts'
import type { OfferedCode } from './new-code.tsx'
import { keptCode, offerCode, offeredBefore } from './offered.ts'
import { codePage, recoveryPage } from './page.tsx'
import { setCode, setRecoveryCodes } from './queries.ts'
import { newRecoveryCodes, recoveryHash } from './recovery.ts'

/** New one-time codes, and new recovery codes, for one’s own account. */
export function oneTimeCodeRoutes(app: FastifyInstance, { program }: AccountParts): void {
  const { door, key } = program

  app.get('/account/one-time-code', reads, async (request, reply) => {
    await noteShown(request)
    const email = (await door.reading(actorOf(request), ownEmail)) ?? ''
    if (!(await isProven(request))) return askForProof(reply, '/account/one-time-code')
    const offered = offerCode(key, userOf(request))
    return reply.page(codePage({ offered, email, token: tokenFor(request), errors: [] }))
  })

  app.post('/account/one-time-code', changes, async (request, reply) => {
    if (!(await isProven(request))) {
      await noteShown(request)
      return askForProof(reply, '/account/one-time-code')
    }
    const sent = ownFields(request)
    const before = sent.is === 'ours' ? offeredIn(program, request, sent.fields) : null
    const offered = before ?? offerCode(key, userOf(request))
    const errors = sent.is === 'ours' ? await taken(request, sent.fields, offered) : sent.errors
    if (sent.is === 'stale') await noteShown(request)
    if (errors.length === 0) return reply.redirect('/account', 303)
    const email = (await door.reading(actorOf(request), ownEmail)) ?? ''
    const page = codePage({ offered, email, token: tokenFor(request), errors })
    return reply.code(400).page(page)
  })

  /** Takes the offered secret up when the first code is its own; else what is wrong. */
  const taken = async (request: FastifyRequest, fields: unknown, { secret }: OfferedCode) => {
    const userId = userOf(request)
    const read = parseForm(firstCodeForm, fields)
    const done = await request.acting(async tx => {
      const code = read.is === 'read' ? read.value._code : ''
      const step = stepOf(code, secret, await epochNow(tx))
      if (step === null) return null
      await setCode(tx, key, { userId, secret: keptCode(key, userId, secret), step })
      return true
    })
    if (done !== null) return []
    return read.is === 'wrong' ? read.errors : [otherCode]
  }

  app.post('/account/recovery-codes', changes, async (request, reply) => {
    if (!(await isProven(request)) || ownFields(request).is === 'stale') {
      await noteShown(request)
      return askForProof(reply, '/account')
    }
    const codes = newRecoveryCodes()
    const hashes = codes.flatMap(code => recoveryHash(code) ?? [])
    await request.acting(tx => setRecoveryCodes(tx, key, { userId: userOf(request), hashes }))
    return reply.page(recoveryPage(codes, '/account'))
  })
}

const offeredIn = ({ key }: Program, request: FastifyRequest, fields: Record<string, unknown>) =>
  offeredBefore(key, userOf(request), fields['_secret'])

const reads = { config: { action: 'account.read' }, schema: { hide: true } } as const
const changes = { config: { action: 'account.change' }, schema: { hide: true } } as const
