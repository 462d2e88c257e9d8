import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { parseForm, type FieldError } from '../../../platform/web/form.ts'
import { noteShown, ownFields, userOf } from '../forms/read.ts'
import { actorOf } from '../../../platform/web/acting.ts'
import { isUuid } from '../../../methods/references/uuid.ts'
import { tokenFor } from '../../../platform/web/forms/form-token.ts'
import { ownEmail } from '../overview/queries.ts'
import type { AccountParts } from '../parts.ts'
import { epochNow } from '../../../platform/sessions/queries.ts'
import { askForProof, isProven } from '../proof/read.ts'
import { answeredChallenge, readMade } from './answer.ts'
import { challengeHash, isChallenge, newChallenge } from './challenge.ts'
import { checkMade } from './check.ts'
import { passkeyForm } from './form.ts'
import { newPasskeyPage } from './new-page.tsx'
import { optionsToMake } from './options.ts'
import type { Place } from './place.ts'
import { addPasskey, credentialsOf, removeOwnPasskey } from './queries.ts'
import { placeOf } from './read.ts'

/** Adding passkeys to one’s own account and removing them. */
export function passkeyRoutes(app: FastifyInstance, parts: AccountParts): void {
  const { door, key } = parts.program

  const show = async (
    { request, reply, place }: Asked,
    { name, errors }: { name: string; errors: readonly FieldError[] },
  ): Promise<FastifyReply> => {
    const userId = userOf(request)
    const { email, now, credentials } = await door.reading(actorOf(request), async tx => ({
      email: (await ownEmail(tx)) ?? '',
      now: await epochNow(tx),
      credentials: await credentialsOf(tx, key, userId),
    }))
    const challenge = newChallenge(key, purposeOf(request), now)
    const maker = { userId, email, name: nameOf(request) }
    const options = await optionsToMake(place, maker, { challenge, credentials })
    const token = tokenFor(request)
    return reply.page(newPasskeyPage({ request: { kind: 'make', options }, token, name, errors }))
  }

  app.get('/account/passkeys/new', reads, async (request, reply) => {
    const place = placeOf(parts, request)
    const shown = await request.acting(async () => Promise.resolve(place))
    if (shown === null) return reply.refuse(404)
    if (!(await isProven(request))) return askForProof(reply, '/account/passkeys/new')
    return show({ request, reply, place: shown }, { name: '', errors: [] })
  })

  app.post('/account/passkeys/new', changes, async (request, reply) => {
    const place = placeOf(parts, request)
    if (place === null) {
      await request.acting(async () => Promise.resolve(null))
      return reply.refuse(404)
    }
    if (!(await isProven(request))) {
      await noteShown(request)
      return askForProof(reply, '/account/passkeys/new')
    }
    const sent = ownFields(request)
    const read = parseForm(passkeyForm, request.body)
    const name = read.is === 'read' ? read.value.name : (read.entered['name'] ?? '')
    const asked = { request, reply, place }
    if (sent.is === 'stale') return showAgain(asked, { name, errors: sent.errors })
    if (read.is === 'wrong') return showAgain(asked, { name, errors: read.errors })
    if (await isAdded(asked, sent.fields['_answer'], name))
      return reply.redirect('/account#passkeys', 303)
    return show({ ...asked, reply: reply.code(400) }, { name, errors: [notAdded] })
  })

  const showAgain = async (asked: Asked, shown: Parameters<typeof show>[1]) => {
    await noteShown(asked.request)
    return show({ ...asked, reply: asked.reply.code(400) }, shown)
  }

  const isAdded = async ({ request, place }: Asked, text: unknown, name: string) => {
    const answer = readMade(text)
    const challenge = answer === null ? '' : answeredChallenge(answer)
    const now = await request.reading(epochNow)
    const isOurs = isChallenge(key, purposeOf(request), { challenge, now })
    const made = answer !== null && isOurs ? await checkMade(answer, place, challenge) : null
    const of = { userId: userOf(request), name, challenge: challengeHash(challenge) }
    const added = await request.acting(async tx =>
      made !== null && (await addPasskey(tx, key, { ...made, ...of })) ? true : null,
    )
    return added === true
  }

  app.post<{ Params: { id: string } }>(
    '/account/passkeys/:id/removal',
    changes,
    async (request, reply) => {
      const { id } = request.params
      if (!(await isProven(request)) || ownFields(request).is === 'stale') {
        await noteShown(request)
        return askForProof(reply, '/account')
      }
      const removed = await request.acting(async tx =>
        isUuid(id) && (await removeOwnPasskey(tx, id)) ? true : null,
      )
      return removed === null ? reply.refuse(404) : reply.redirect('/account#passkeys', 303)
    },
  )
}

interface Asked {
  request: FastifyRequest
  reply: FastifyReply
  place: Place
}

/** A challenge for making a passkey holds in one session. */
const purposeOf = ({ person }: FastifyRequest): string => `make|${person?.id ?? ''}`

const nameOf = ({ person }: FastifyRequest): string =>
  `${person?.givenName ?? ''} ${person?.familyName ?? ''}`

const notAdded: FieldError = {
  field: '',
  sentence:
    'The passkey was not added. Your device may know it already, or took too long. Try again.',
}

const reads = { config: { action: 'account.read' }, schema: { hide: true } } as const
const changes = { config: { action: 'account.change' }, schema: { hide: true } } as const
