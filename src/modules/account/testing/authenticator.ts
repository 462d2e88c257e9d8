import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

/**
 * A security key made of software: it signs as WebAuthn Level 3 says (6.1 authenticator data, 6.5
 * attestation "none", ES256), so that every part of an answer can be wrong on purpose.
 */
export interface Authenticator {
  make(asked: Asked): string
  use(asked: Asked): string
}

/** What a page asks, and where the browser says that it is. */
export interface Asked {
  challenge: string
  origin?: string
  domain?: string
  /** Whether the device recognised its holder. */
  verified?: boolean
  counter?: number
}

export function authenticator(): Authenticator {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  return {
    make: asked => {
      const data = Buffer.concat([dataOf(asked, 0x40), attested(id, publicKey)])
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        cborText('fmt'),
        cborText('none'),
        cborText('attStmt'),
        Buffer.from([0xa0]),
        cborText('authData'),
        cborBytes(data),
      ])
      return answerOf(id, {
        clientDataJSON: clientData('webauthn.create', asked),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      })
    },
    use: asked => {
      const data = dataOf(asked, 0)
      const client = clientData('webauthn.get', asked)
      const digest = createHash('sha256').update(Buffer.from(client, 'base64url')).digest()
      return answerOf(id, {
        clientDataJSON: client,
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', Buffer.concat([data, digest]), privateKey).toString('base64url'),
      })
    },
  }
}

const answerOf = (id: Buffer, response: object): string =>
  JSON.stringify({
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    response,
    clientExtensionResults: {},
  })

const clientData = (type: string, { challenge, origin = 'http://localhost' }: Asked): string =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString('base64url')

/** Digest of the domain, flags (present, perhaps verified), counter. */
function dataOf(
  { domain = 'localhost', verified = true, counter = 0 }: Asked,
  flags: number,
): Buffer {
  const count = Buffer.alloc(4)
  count.writeUInt32BE(counter)
  return Buffer.concat([
    createHash('sha256').update(domain).digest(),
    Buffer.from([0x01 | (verified ? 0x04 : 0) | flags]),
    count,
  ])
}

/** AAGUID, length and bytes of the credential id, public key as COSE. */
function attested(id: Buffer, publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const cose = Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    cborBytes(Buffer.from(x, 'base64url')),
    Buffer.from([0x22]),
    cborBytes(Buffer.from(y, 'base64url')),
  ])
  return Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose])
}

const cborText = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)])

const cborBytes = (bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0x58, bytes.length]), bytes])
