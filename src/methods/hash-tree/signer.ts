/** Someone who signs notes. The private key never leaves `sign`, so it may as well be in a key store. */
import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import type { Refused } from './verdict.ts'
import { refused } from './verdict.ts'
import type { VerifierKey } from './verifier-key.ts'
import { verifierKey } from './verifier-key.ts'

export interface Signer {
  readonly is: 'signer'
  /** What others check our signatures with. */
  readonly key: VerifierKey
  /** The Ed25519 signature of `text`: 64 bytes. */
  readonly sign: (text: Uint8Array) => Uint8Array
}

const seedLength = 32

/** What stands before the 32 bytes in a PKCS #8 private key: RFC 8410, section 7. */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex')

/**
 * The signer `name` with the Ed25519 private key of RFC 8032 (`seed`, 32 bytes). The same seed always
 * gives the same signature of the same text.
 * @example signerOf('example.org/audit/ardenshire', seed)
 */
export const signerOf = (name: string, seed: Uint8Array): Signer | Refused => {
  if (seed.length !== seedLength) return refused('An Ed25519 private key has 32 bytes.')
  const privateKey = createPrivateKey({
    key: Buffer.concat([pkcs8Head, seed]),
    format: 'der',
    type: 'pkcs8',
  })
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  const key = verifierKey(name, spki.subarray(-32))
  return key.is === 'refused'
    ? key
    : { is: 'signer', key, sign: text => sign(null, text, privateKey) }
}
