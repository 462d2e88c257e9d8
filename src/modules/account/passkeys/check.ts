import { algorithms } from './algorithms.ts'
import type { MadeAnswer, UsedAnswer } from './answer.ts'
import type { Place } from './place.ts'

/** A passkey as the device made it. */
export interface MadePasskey {
  credential: Uint8Array
  publicKey: Uint8Array
  counter: number
  transports: readonly string[]
}

interface Known {
  publicKey: Uint8Array
  counter: number
}

/** The device's new counter when the answer was signed by this passkey here; else null. */
export async function checkUsed(
  answer: UsedAnswer,
  place: Place,
  { challenge, known }: { challenge: string; known: Known },
): Promise<number | null> {
  const { verifyAuthenticationResponse } = await webauthn()
  const { userHandle, ...response } = answer.response
  const checked = await verifyAuthenticationResponse({
    response: {
      ...answer,
      response: userHandle === undefined ? response : { ...response, userHandle },
    },
    ...expectedOf(place, challenge),
    credential: {
      id: answer.id,
      publicKey: Uint8Array.from(known.publicKey),
      counter: known.counter,
    },
  }).catch(() => null)
  return checked?.verified === true ? checked.authenticationInfo.newCounter : null
}

/** What the device made for this challenge here; null when it was not made so. */
export async function checkMade(
  answer: MadeAnswer,
  place: Place,
  challenge: string,
): Promise<MadePasskey | null> {
  const { verifyRegistrationResponse } = await webauthn()
  const { transports = [], ...response } = answer.response
  const checked = await verifyRegistrationResponse({
    response: { ...answer, response },
    ...expectedOf(place, challenge),
    supportedAlgorithmIDs: [...algorithms],
  }).catch(() => null)
  if (checked?.verified !== true) return null
  const { id, publicKey, counter } = checked.registrationInfo.credential
  return { credential: Buffer.from(id, 'base64url'), publicKey, counter, transports }
}

/** The device must have recognised its holder, by PIN, finger or face: that makes it two factors in one. */
const expectedOf = ({ origin, domain }: Place, challenge: string) => ({
  expectedChallenge: challenge,
  expectedOrigin: origin,
  expectedRPID: domain,
  requireUserVerification: true,
})

/** Loaded when the first passkey is seen: it brings ASN.1 along, which takes longer than a start should. */
const webauthn = () => import('@simplewebauthn/server')
