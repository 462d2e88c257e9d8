/** Checks an export with nothing but itself and a key: no database, no network. */
import { canonicalBytes } from '../../../methods/hash-tree/canonical.ts'
import { openCheckpoint } from '../../../methods/hash-tree/checkpoint.ts'
import { readBase64 } from '../../../methods/hash-tree/encoding.ts'
import { verifyEntry } from '../../../methods/hash-tree/verify-entry.ts'
import type { VerifierKey } from '../../../methods/hash-tree/verifier-key.ts'
import { readVerifierKey } from '../../../methods/hash-tree/verifier-key.ts'
import { exportForm, isAbout, type ExportedLog } from './export-file.ts'

export type ExportVerdict =
  | { readonly is: 'sound'; readonly subject: string; readonly logs: readonly SoundLog[] }
  | {
      readonly is: 'refused'
      /** One sentence for each thing that is wrong. */
      readonly reasons: readonly string[]
    }

export interface SoundLog {
  readonly origin: string
  /** Entries of the log when its checkpoint was signed. */
  readonly size: number
  /** Entries of it in the export. */
  readonly entries: number
  /** Key that signed it, as text. */
  readonly key: string
  /** Whether the key is one that the caller gave, and not only the one that came with the file. */
  readonly isKnown: boolean
}

/**
 * Are these entries what was recorded, in the logs of these keys? Whether they are all that there is about
 * the subject, no proof can tell. Without `known` keys the file's own are taken, which says little: whoever
 * forges a file can sign it.
 */
export function checkExport(json: unknown, known: readonly VerifierKey[] = []): ExportVerdict {
  const parsed = exportForm.safeParse(json)
  if (!parsed.success) {
    return { is: 'refused', reasons: ['This is no export of an audit log, or it was changed.'] }
  }
  const { subject, logs } = parsed.data
  const checked = logs.map(log => checkLog(log, subject, known))
  const reasons = checked.flatMap(each => (each.is === 'refused' ? each.reasons : []))
  if (logs.length === 0) reasons.push('The export holds no log.')
  const sound = checked.filter(each => each.is === 'sound').map(({ log }) => log)
  return reasons.length > 0 ? { is: 'refused', reasons } : { is: 'sound', subject, logs: sound }
}

type LogVerdict =
  { readonly is: 'sound'; readonly log: SoundLog } | { is: 'refused'; reasons: string[] }

function checkLog(log: ExportedLog, subject: string, known: readonly VerifierKey[]): LogVerdict {
  const own = readVerifierKey(log.key)
  if (own.is === 'refused') return refusedFor(own.reason)
  const keys = known.length === 0 ? [own] : known.filter(({ name }) => name === own.name)
  if (keys.length === 0) return refusedFor(`No key was given for the log ${own.name}.`)
  const opened = openCheckpoint(log.checkpoint, keys)
  if (opened.is === 'refused')
    return refusedFor(`The checkpoint is not to be trusted. ${opened.reason}`)
  const reasons = [...placeReasons(log), ...entryReasons(log, { subject, origin: own.name, keys })]
  if (reasons.length > 0) return { is: 'refused', reasons }
  const { size } = opened.checkpoint
  const isKnown = known.length > 0
  const { key, entries } = log
  return { is: 'sound', log: { origin: own.name, size, entries: entries.length, key, isKnown } }
}

const refusedFor = (reason: string): LogVerdict => ({ is: 'refused', reasons: [reason] })

function placeReasons({ entries }: ExportedLog): string[] {
  const isInOrder = entries.every(({ index }, at) => index > (entries[at - 1]?.index ?? -1))
  return isInOrder ? [] : ['The entries are not in the order of their places, or one comes twice.']
}

interface Expected {
  readonly subject: string
  readonly origin: string
  readonly keys: readonly VerifierKey[]
}

function entryReasons({ checkpoint, entries }: ExportedLog, expected: Expected): string[] {
  return entries.flatMap(({ index, entry, proof }) => {
    const content = canonicalBytes(entry)
    const path = proof.map(readBase64).filter(hash => hash !== null)
    if (content.is === 'refused' || path.length < proof.length) {
      return [`Entry ${index} cannot be read.`]
    }
    const claim = { content: content.bytes, index, proof: path, note: checkpoint }
    const verdict = verifyEntry(claim, expected)
    if (verdict.is === 'refused') return [`Entry ${index} is not in the log. ${verdict.reason}`]
    return isAbout(entry, expected.subject) ? [] : [`Entry ${index} is not about the subject.`]
  })
}
