import { algorithms } from './algorithms.ts'
import type { Place } from './place.ts'

/** A credential that a device may hold. */
export interface Credential {
  id: Buffer
  transports: readonly string[]
}

/** Options of WebAuthn for using a passkey, as JSON. Without credentials the device offers what it has. */
export async function optionsToUse(
  { domain }: Place,
  {
    challenge,
    credentials,
  }: { challenge: Uint8Array<ArrayBuffer>; credentials: readonly Credential[] },
): Promise<string> {
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server')
  const options = await generateAuthenticationOptions({
    rpID: domain,
    challenge,
    userVerification: 'required',
    allowCredentials: credentials.map(written),
  })
  return JSON.stringify(options)
}

/** Whose passkey is made. */
export interface Maker {
  userId: string
  email: string
  name: string
}

/** Options of WebAuthn for making a passkey that the device keeps, as JSON. */
export async function optionsToMake(
  { domain }: Place,
  maker: Maker,
  {
    challenge,
    credentials,
  }: { challenge: Uint8Array<ArrayBuffer>; credentials: readonly Credential[] },
): Promise<string> {
  const { generateRegistrationOptions } = await import('@simplewebauthn/server')
  const options = await generateRegistrationOptions({
    rpName: 'Turnstone',
    rpID: domain,
    challenge,
    userID: Uint8Array.from(Buffer.from(maker.userId.replaceAll('-', ''), 'hex')),
    userName: maker.email,
    userDisplayName: maker.name,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: [...algorithms],
    excludeCredentials: credentials.map(written),
  })
  return JSON.stringify(options)
}

const written = ({ id, transports }: Credential) => ({
  id: id.toString('base64url'),
  transports: [...transports],
})
