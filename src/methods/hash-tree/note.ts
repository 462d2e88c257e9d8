/**
 * A text with signatures below it, as lines that other people's programs read too: C2SP signed-note.
 * Source: https://c2sp.org/signed-note, and golang.org/x/mod/sumdb/note, whose limits are ours.
 */
import { base64Of, hexOf, readBase64 } from './encoding.ts'
import type { Signer } from './signer.ts'
import type { Refused } from './verdict.ts'
import { refused } from './verdict.ts'
import type { VerifierKey } from './verifier-key.ts'
import { nameRefusal } from './verifier-key.ts'

export interface Signature {
  readonly name: string
  /** Id of the key, as eight hex digits. */
  readonly id: string
  readonly bytes: Uint8Array
}

export interface ParsedNote {
  readonly is: 'parsed'
  /** With its last newline, without the blank line that ends it. Nobody vouches for it yet. */
  readonly text: string
  readonly signatures: readonly Signature[]
}

export type NoteMade = { readonly is: 'note'; readonly note: string } | Refused

export interface NoteRefused extends Refused {
  readonly why: 'malformed' | 'unknown key' | 'bad signature'
}

export type NoteOpened =
  | {
      readonly is: 'opened'
      readonly text: string
      /** Names of the known keys that signed it. */
      readonly signedBy: readonly string[]
    }
  | NoteRefused

const limits = { characters: 1_000_000, signatures: 100 }
const idLength = 4

/**
 * Signs `text`, which must end in a newline.
 * @example signNote('example.org/log\n1\nroot\n', [signer]) // { is: 'note', note: '…\n\n— example.org/log …\n' }
 */
export const signNote = (text: string, signers: readonly Signer[]): NoteMade => {
  const refusal = textRefusal(text)
  if (refusal !== null) return refused(refusal)
  if (signers.length === 0) return refused('A note needs a signature.')
  const bytes = Buffer.from(text)
  const lines = signers.map(({ key, sign }) => {
    const signature = Buffer.concat([Buffer.from(key.id, 'hex'), sign(bytes)])
    return `— ${key.name} ${base64Of(signature)}\n`
  })
  return { is: 'note', note: `${text}\n${lines.join('')}` }
}

/**
 * The text of a note that at least one known key signed. Signatures by unknown keys are passed over, as
 * the format asks, so that a log can change its key and others can co-sign. A bad signature by a known
 * key refuses the whole note. Never throws.
 */
export const openNote = (note: string, keys: readonly VerifierKey[]): NoteOpened => {
  const parsed = parseNote(note)
  if (parsed.is === 'refused') return { ...parsed, why: 'malformed' }
  const text = Buffer.from(parsed.text)
  const signedBy: string[] = []
  for (const { name, id, bytes } of parsed.signatures) {
    const known = keys.filter(key => key.name === name && key.id === id)
    if (known.length === 0) continue
    if (!known.some(key => key.accepts(text, bytes))) {
      return { ...refused(`The signature by ${name} is not over this text.`), why: 'bad signature' }
    }
    signedBy.push(name)
  }
  if (signedBy.length > 0) return { is: 'opened', text: parsed.text, signedBy }
  return { ...refused('None of the signatures is by a known key.'), why: 'unknown key' }
}

/** Takes a note apart, without a look at who signed it; another form is refused. */
export const parseNote = (note: string): ParsedNote | Refused => {
  if (note.length > limits.characters)
    return refused('The note is longer than a million characters.')
  const refusal = textRefusal(note)
  if (refusal !== null) return refused(refusal)
  // The text may hold blank lines; the last one ends it.
  const blank = note.lastIndexOf('\n\n')
  if (blank < 1) return refused('A note must hold a text, a blank line and signatures.')
  const lines = note.slice(blank + 2, -1).split('\n')
  if (lines.length > limits.signatures) return refused('The note has more than 100 signatures.')
  const signatures = lines.map(readSignature).filter(signature => signature !== null)
  return signatures.length === lines.length
    ? { is: 'parsed', text: note.slice(0, blank + 1), signatures }
    : refused('A signature line must be a dash, a name and base 64, with one space between.')
}

/** Refuses a text that a note cannot hold. */
export const textRefusal = (text: string): string | null => {
  if (!text.endsWith('\n')) return 'The text must end in a newline.'
  // Control characters, carriage returns among them, can make a screen show what is not there.
  if (/[\0-\x09\x0b-\x1f]/.test(text)) return 'The text must not hold control characters.'
  return text.isWellFormed() ? null : 'The text must be Unicode without half characters.'
}

const readSignature = (line: string): Signature | null => {
  const [dash, name = '', encoded, ...rest] = line.split(' ')
  if (dash !== '—' || rest.length > 0 || nameRefusal(name) !== null) return null
  const bytes = readBase64(encoded)
  return bytes === null || bytes.length <= idLength
    ? null
    : { name, id: hexOf(bytes.subarray(0, idLength)), bytes: bytes.subarray(idLength) }
}
