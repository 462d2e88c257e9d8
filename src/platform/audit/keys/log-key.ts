/** The Ed25519 key that signs the log of one force area. It never enters the database. */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Signer } from '../../../methods/hash-tree/signer.ts'
import { signerOf } from '../../../methods/hash-tree/signer.ts'
import type { VerifierKey } from '../../../methods/hash-tree/verifier-key.ts'
import { readVerifierKey, verifierKeyText } from '../../../methods/hash-tree/verifier-key.ts'
import { Broken } from '../../log/broken.ts'
import { makeSecret, readSecret, replaceSecret } from '../../config/secret-file.ts'

export interface LogKey {
  /** The name of the log, `<name of the installation>/audit/<slug of the area>`. It never changes. */
  readonly origin: string
  readonly signer: Signer
  /** Its own public key first, then those that signed before it. */
  readonly verifiers: readonly VerifierKey[]
}

/** Where keys lie, and the name that new logs get. */
export interface KeyPlace {
  readonly dataDir: string
  /** First part of the origin, such as `turnstone.example`. */
  readonly name: string
}

const form = z.object({
  origin: z.string(),
  seed: z.base64(),
  earlier: z.array(z.string()).default([]),
})

/** The key of an area; null when there is none yet. */
export async function readLogKey(dataDir: string, slug: string): Promise<LogKey | null> {
  const text = await readSecret(dataDir, logKeyFile(slug))
  return text === null ? null : logKeyOf(text)
}

/** Makes the key of an area that has none, and answers the one that holds. */
export async function makeLogKey({ dataDir, name }: KeyPlace, slug: string): Promise<LogKey> {
  const seed = randomBytes(32).toString('base64')
  const text = JSON.stringify({ origin: `${name}/audit/${slug}`, seed })
  await makeSecret(dataDir, logKeyFile(slug), `${text}\n`)
  const key = await readLogKey(dataDir, slug)
  if (key === null) throw damaged()
  return key
}

/**
 * Gives a log a new key, and answers it. What signed before stays known: the keys of `earlier`, of which
 * the first names the log, and those of the present file, which is kept beside the new one.
 */
export async function renewLogKey(
  dataDir: string,
  slug: string,
  earlier: readonly [VerifierKey, ...VerifierKey[]],
): Promise<LogKey> {
  const name = logKeyFile(slug)
  const seed = randomBytes(32).toString('base64')
  const origin = earlier[0].name
  const text = `${JSON.stringify({ origin, seed, earlier: earlier.map(verifierKeyText) })}\n`
  const isNew = await makeSecret(dataDir, name, text)
  // Other commands look for keys under names that begin with "audit-".
  if (!isNew)
    await replaceSecret(dataDir, name, { text, former: `former-${earlier[0].id}-${name}` })
  return logKeyOf(text)
}

const logKeyFile = (slug: string): string => {
  if (!/^[a-z][a-z0-9-]*$/.test(slug)) throw damaged()
  return `audit-${slug}.json`
}

function logKeyOf(text: string): LogKey {
  const { origin, seed, earlier } = parsed(text)
  const signer = signerOf(origin, Buffer.from(seed, 'base64'))
  const before = earlier.map(readVerifierKey).filter(key => key.is === 'key')
  if (signer.is === 'refused' || before.length < earlier.length) throw damaged()
  return { origin, signer, verifiers: [signer.key, ...before] }
}

function parsed(text: string): z.infer<typeof form> {
  try {
    return form.parse(JSON.parse(text))
  } catch {
    throw damaged()
  }
}

const damaged = (): Broken => new Broken('AUDIT_KEY_DAMAGED')
