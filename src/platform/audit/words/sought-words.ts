/** Words that somebody searched: personal data, so the log keeps them encrypted. Source: NIST SP 800-38D (AES-GCM). */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** 32 bytes that lie in DATA_DIR/keys and never in the database. */
export type WordsKey = Buffer & { readonly of: 'words key' }

/** The entry that the words belong to: moved to another one they do not open. */
export interface SoughtBy {
  /** Id of the force area. */
  readonly area: string
  /** Id of the request. */
  readonly request: string
}

/** Seals and opens with the key of this installation. */
export interface SoughtWords {
  /** For the entry's `sought`; words beyond 960 bytes are cut off. */
  seal(by: SoughtBy, words: string): Buffer
  /** Null where they were sealed for another entry, with another key, or changed since. */
  open(by: SoughtBy, sealed: Buffer): string | null
}

export const soughtWords = (key: WordsKey): SoughtWords => ({
  seal: (by, words) => seal(key, by, words),
  open: (by, sealed) => open(key, by, sealed),
})

const longest = 960
const lengths = { nonce: 12, tag: 16 }

/** First byte: the form. Then four of the key's digest, to tell another key from a change. */
const headOf = (key: WordsKey): Buffer =>
  Buffer.concat([Buffer.of(1), createHash('sha256').update(key).digest().subarray(0, 4)])

const boundTo = ({ area, request }: SoughtBy): Buffer =>
  Buffer.from(`turnstone audit.entry.sought|${area}|${request}`)

function seal(key: WordsKey, by: SoughtBy, words: string): Buffer {
  const nonce = randomBytes(lengths.nonce)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(by))
  const sealed = Buffer.concat([cipher.update(cutToFit(words), 'utf8'), cipher.final()])
  return Buffer.concat([headOf(key), nonce, sealed, cipher.getAuthTag()])
}

/** Whole characters only. */
const cutToFit = (words: string): string =>
  words.slice(0, new TextEncoder().encodeInto(words, new Uint8Array(longest)).read)

function open(key: WordsKey, by: SoughtBy, sealed: Buffer): string | null {
  const head = headOf(key)
  const [from, to] = [head.length + lengths.nonce, sealed.length - lengths.tag]
  if (to < from || !sealed.subarray(0, head.length).equals(head)) return null
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(head.length, from), {
    authTagLength: lengths.tag,
  })
    .setAAD(boundTo(by))
    .setAuthTag(sealed.subarray(to))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(from, to)), decipher.final()]).toString()
  } catch {
    return null
  }
}
