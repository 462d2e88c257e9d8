import type { Checkpoint } from '../../../methods/hash-tree/checkpoint.ts'
import { openCheckpoint } from '../../../methods/hash-tree/checkpoint.ts'
import { sameHash } from '../../../methods/hash-tree/hash.ts'
import type { Writer } from '../../db/door.ts'
import { makeLogKey, readLogKey, type KeyPlace, type LogKey } from '../keys/log-key.ts'
import { numbered, treeOf } from './grow.ts'
import {
  newestCheckpoint,
  numberEntries,
  waitingEntries,
  type Area,
  type KeptTree,
} from './queries.ts'

/** What became of the entries of an area that wait. */
export type AreaNumbered =
  | {
      readonly is: 'numbered'
      /** How many got their place now. */
      readonly added: number
      /** The newest checkpoint; null where the log is empty. */
      readonly note: string | null
      readonly size: number
    }
  /** Nothing was numbered, because that would sign what may be false; a person must look. */
  | StandingStill

export interface StandingStill {
  readonly is: 'standing still'
  /** Explained in docs/operations.md. */
  readonly code: `AUDIT_${Uppercase<string>}`
}

/** Entries in one transaction: a few milliseconds of work for the process that also serves pages. */
export const batch = 1000

interface ToNumber {
  readonly area: Area
  readonly keys: KeyPlace
  /** The last note that was copied outside; null where there is none or it cannot be read now. */
  readonly outside: string | null
}

/** Numbers a batch of the entries of one area, within the turn. */
export async function numberArea(tx: Writer, given: ToNumber): Promise<AreaNumbered> {
  const { area, outside } = given
  const kept = await newestCheckpoint(tx, area.id)
  const rows = await waitingEntries(tx, area.id, batch)
  const key = await keyFor(given, { isNew: kept === null, isWanted: rows.length > 0 })
  if (key === null) {
    return kept === null ? empty : { is: 'standing still', code: 'AUDIT_KEY_MISSING' }
  }
  const tree = treeOf(kept, key)
  if (tree === null) return { is: 'standing still', code: 'AUDIT_CHECKPOINT_DAMAGED' }
  if (isFork(kept, outside, key)) return { is: 'standing still', code: 'AUDIT_FORK' }
  if (rows.length === 0) {
    return { is: 'numbered', added: 0, note: kept?.note ?? null, size: tree.to }
  }
  const added = numbered(tree, rows, key)
  await numberEntries(tx, area.id, added)
  return {
    is: 'numbered',
    added: rows.length,
    note: added.note,
    size: tree.to + rows.length,
  }
}

const empty: AreaNumbered = { is: 'numbered', added: 0, note: null, size: 0 }

/** A log that was begun with another key is not carried on with a new one. */
async function keyFor(
  { area, keys }: ToNumber,
  { isNew, isWanted }: { isNew: boolean; isWanted: boolean },
): Promise<LogKey | null> {
  const key = await readLogKey(keys.dataDir, area.slug)
  return key === null && isNew && isWanted ? makeLogKey(keys, area.slug) : key
}

/**
 * Does what was copied outside deny the log as it is now? It was over more entries, or over as many with
 * another root: the database is an older copy, or its end was cut.
 */
function isFork(kept: KeptTree | null, outside: string | null, key: LogKey): boolean {
  if (outside === null || outside === kept?.note) return false
  const copied = checkpointOf(outside, key)
  const here = kept === null ? null : checkpointOf(kept.note, key)
  return copied !== null && denies(copied, here)
}

const denies = (copied: Checkpoint, here: Checkpoint | null): boolean =>
  here === null
    ? copied.size > 0
    : copied.size > here.size || (copied.size === here.size && !sameHash(copied.root, here.root))

/** The checkpoint of a note of this log; null for any other. */
function checkpointOf(note: string, { origin, verifiers }: LogKey): Checkpoint | null {
  const opened = openCheckpoint(note, verifiers)
  return opened.is === 'opened' && opened.checkpoint.origin === origin ? opened.checkpoint : null
}
