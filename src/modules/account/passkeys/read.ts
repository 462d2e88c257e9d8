import type { FastifyRequest } from 'fastify'
import type { Program } from '../../../platform/sessions/begin.ts'
import { epochNow } from '../../../platform/sessions/queries.ts'
import type { AccountParts } from '../parts.ts'
import { answeredChallenge, type UsedAnswer } from './answer.ts'
import { challengeHash, isChallenge, newChallenge } from './challenge.ts'
import { checkUsed } from './check.ts'
import { optionsToUse } from './options.ts'
import type { PasskeyRequest } from './passkey-form.tsx'
import { placeAt, type Place } from './place.ts'
import { credentialsOf, passkeyFacts, usePasskey } from './queries.ts'

/** Where passkeys hold for this request; null where they cannot. */
export const placeOf = ({ origin }: AccountParts, { host }: FastifyRequest): Place | null =>
  placeAt(origin, host)

/** What a browser is asked to use a passkey, of anybody or of one account; null where it cannot. */
export async function askToUse(
  parts: AccountParts,
  request: FastifyRequest,
  userId: string | null,
): Promise<PasskeyRequest | null> {
  const place = placeOf(parts, request)
  if (place === null) return null
  const { door, key } = parts.program
  const { now, credentials } = await door.reading({ is: 'public' }, async tx => ({
    now: await epochNow(tx),
    credentials: userId === null ? [] : await credentialsOf(tx, key, userId),
  }))
  if (userId !== null && credentials.length === 0) return null
  const challenge = newChallenge(key, purposeOf(userId), now)
  return { kind: 'use', options: await optionsToUse(place, { challenge, credentials }) }
}

/**
 * Whose passkey gave this answer, here and now, to a challenge that was never answered before; null when
 * none of those did. `userId` where it must be that of one account.
 */
export async function whoUsed(
  { door, key }: Program,
  place: Place,
  { answer, userId }: { answer: UsedAnswer; userId: string | null },
): Promise<string | null> {
  const challenge = answeredChallenge(answer)
  const { now, known } = await door.reading({ is: 'public' }, async tx => ({
    now: await epochNow(tx),
    known: await passkeyFacts(tx, key, Buffer.from(answer.id, 'base64url')),
  }))
  if (known === null || !isChallenge(key, purposeOf(userId), { challenge, now })) return null
  if (userId !== null && known.userId !== userId) return null
  const counter = await checkUsed(answer, place, { challenge, known })
  if (counter === null) return null
  const use = { id: known.id, counter, challenge: challengeHash(challenge) }
  const isUsed = await door.writing({ is: 'public' }, tx => usePasskey(tx, key, use))
  return isUsed ? known.userId : null
}

const purposeOf = (userId: string | null): string => (userId === null ? 'use' : `use|${userId}`)
