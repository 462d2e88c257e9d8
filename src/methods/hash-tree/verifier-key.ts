/** The public key of someone who signs notes, in the form that C2SP's signed-note names. */
import type { KeyObject } from 'node:crypto'
import { createPublicKey, hash, verify } from 'node:crypto'
import { base64Of, hexOf, readBase64 } from './encoding.ts'
import type { Refused } from './verdict.ts'
import { refused } from './verdict.ts'

export interface VerifierKey {
  readonly is: 'key'
  readonly name: string
  /** First four bytes, as hex, of SHA-256(name || 0x0A || 0x01 || public key). */
  readonly id: string
  /** 32 bytes, as RFC 8032 encodes them. */
  readonly publicKey: Uint8Array
  /** Is `signature` this key's, over `text`? False for anything that is no signature. */
  readonly accepts: (text: Uint8Array, signature: Uint8Array) => boolean
}

/** The one kind of signature that we know: Ed25519, type 0x01 of C2SP signed-note. */
const ed25519 = 1
const publicKeyLength = 32

/**
 * The key as text: `<name>+<id as hex>+<base64(0x01 || public key)>`.
 * @example verifierKeyText(key) // 'example.org/audit/ardenshire+1b2c3d4e+AQ…'
 */
export const verifierKeyText = (key: Pick<VerifierKey, 'name' | 'id' | 'publicKey'>): string =>
  `${key.name}+${key.id}+${base64Of(Buffer.concat([Buffer.of(ed25519), key.publicKey]))}`

/** Reads what `verifierKeyText` wrote; another form, another algorithm or an id of another key is refused. */
export const readVerifierKey = (text: string): VerifierKey | Refused => {
  const [name = '', id, ...rest] = text.split('+')
  // Base 64 may hold plus signs of its own.
  const bytes = readBase64(rest.join('+'))
  if (bytes === null) return refused('The public key must be base 64 after the second plus sign.')
  if (bytes[0] !== ed25519) return refused('The key is for an algorithm other than Ed25519.')
  const key = verifierKey(name, bytes.subarray(1))
  return key.is === 'refused' || key.id === id
    ? key
    : refused('The eight hex digits belong to another name or key.')
}

/** The verifier of the signer `name` with this public key of 32 bytes. */
export const verifierKey = (name: string, publicKey: Uint8Array): VerifierKey | Refused => {
  const refusal = nameRefusal(name)
  if (refusal !== null) return refused(refusal)
  if (publicKey.length !== publicKeyLength) return refused('An Ed25519 key has 32 bytes.')
  const key = keyObject(publicKey)
  return {
    is: 'key',
    name,
    id: keyId(name, publicKey),
    publicKey,
    accepts: (text, signature) => verify(null, text, key, signature),
  }
}

/** Names hold neither spaces nor plus signs, which end them in a key and in a signature line. */
export const nameRefusal = (name: string): string | null =>
  name.isWellFormed() && /^[^\p{White_Space}\p{Cc}+]+$/u.test(name)
    ? null
    : 'The name of a key must hold neither spaces nor plus signs, and must not be empty.'

const keyId = (name: string, publicKey: Uint8Array): string => {
  const start = Buffer.from(`${name}\n`)
  const all = Buffer.concat([start, Buffer.of(ed25519), publicKey])
  return hexOf(hash('sha256', all, 'buffer').subarray(0, 4))
}

/** What stands before the 32 bytes in a SubjectPublicKeyInfo: RFC 8410, section 4. */
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex')

const keyObject = (publicKey: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([spkiHead, publicKey]), format: 'der', type: 'spki' })
