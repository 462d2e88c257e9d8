/**
 * What a log signs about itself: whose it is, how many entries it has, and their root. C2SP tlog-checkpoint.
 * Source: https://c2sp.org/tlog-checkpoint
 */
import { base64Of, readBase64 } from './encoding.ts'
import type { Hash } from './hash.ts'
import { isHash } from './hash.ts'
import type { NoteMade, NoteRefused } from './note.ts'
import { openNote, signNote, textRefusal } from './note.ts'
import type { Signer } from './signer.ts'
import { isSize } from './sizes.ts'
import type { Refused } from './verdict.ts'
import { refused } from './verdict.ts'
import type { VerifierKey } from './verifier-key.ts'

export interface Checkpoint {
  /** Which log: a name like `example.org/audit/ardenshire`. */
  readonly origin: string
  /** Number of entries. */
  readonly size: number
  readonly root: Hash
  /** Further lines, which nothing here reads. */
  readonly extensions: readonly string[]
}

export type CheckpointRead =
  { readonly is: 'checkpoint'; readonly checkpoint: Checkpoint } | Refused

export type CheckpointOpened =
  | {
      readonly is: 'opened'
      readonly checkpoint: Checkpoint
      readonly signedBy: readonly string[]
    }
  | NoteRefused

/**
 * The lines of a checkpoint, each with its newline: origin, size, root as base 64, extensions.
 * @example checkpointText({ origin: 'example.org/log', size: 0, root: emptyRoot(), extensions: [] })
 */
export const checkpointText = ({ origin, size, root, extensions }: Checkpoint): string =>
  [origin, String(size), base64Of(root), ...extensions].map(line => `${line}\n`).join('')

/** Reads what `checkpointText` wrote, and nothing else: there is one text for each checkpoint. */
export const readCheckpointText = (text: string): CheckpointRead => {
  const refusal = textRefusal(text)
  if (refusal !== null) return refused(refusal)
  const [origin, sizeText, rootText, ...extensions] = text.slice(0, -1).split('\n')
  if (origin === undefined || origin === '') return refused('The first line must name the log.')
  if (extensions.includes('')) return refused('Further lines must not be empty.')
  const size = readSize(sizeText)
  const root = readBase64(rootText)
  if (size === null) return refused('The second line must be a whole number without leading zeros.')
  return isHash(root)
    ? { is: 'checkpoint', checkpoint: { origin, size, root, extensions } }
    : refused('The third line must be 32 bytes as base 64.')
}

/** A number has one form only: the text must be how we would write it. */
const readSize = (text: string | undefined): number | null => {
  const size = Number(text)
  return isSize(size) && String(size) === text ? size : null
}

/** The checkpoint as a note, signed; refused where its text could not be read back. */
export const signCheckpoint = (checkpoint: Checkpoint, signers: readonly Signer[]): NoteMade => {
  const { origin, extensions } = checkpoint
  if ([origin, ...extensions].some(line => line.includes('\n'))) {
    return refused('A name and a further line are one line each.')
  }
  const text = checkpointText(checkpoint)
  const read = readCheckpointText(text)
  return read.is === 'refused' ? read : signNote(text, signers)
}

/** The checkpoint in a note that at least one of `keys` signed. Whose log it is, the caller must compare. */
export const openCheckpoint = (note: string, keys: readonly VerifierKey[]): CheckpointOpened => {
  const opened = openNote(note, keys)
  if (opened.is === 'refused') return opened
  const read = readCheckpointText(opened.text)
  return read.is === 'refused'
    ? { ...read, why: 'malformed' }
    : { is: 'opened', checkpoint: read.checkpoint, signedBy: opened.signedBy }
}
