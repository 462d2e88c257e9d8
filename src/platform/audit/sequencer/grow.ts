/** How a log grows: from the checkpoint that is kept and the entries that wait to the next checkpoint. */
import { canonicalBytes } from '../../../methods/hash-tree/canonical.ts'
import type { Checkpoint } from '../../../methods/hash-tree/checkpoint.ts'
import { openCheckpoint, signCheckpoint } from '../../../methods/hash-tree/checkpoint.ts'
import type { CompactRange, TreeState } from '../../../methods/hash-tree/compact-range.ts'
import { emptyTree, rootOf, withLeaf } from '../../../methods/hash-tree/compact-range.ts'
import { rangeBytes, readRangeBytes } from '../../../methods/hash-tree/compact-range-bytes.ts'
import type { Hash } from '../../../methods/hash-tree/hash.ts'
import { leafHash, sameHash } from '../../../methods/hash-tree/hash.ts'
import { Broken } from '../../log/broken.ts'
import { bodyOf, type EntryRow } from '../body.ts'
import type { LogKey } from '../keys/log-key.ts'
import type { KeptTree, Numbered } from './queries.ts'

/** The tree to grow from: what is kept beside the newest note, where a key of ours vouches for it; else null. */
export function treeOf(
  kept: KeptTree | null,
  { origin, verifiers }: Pick<LogKey, 'origin' | 'verifiers'>,
): TreeState | null {
  if (kept === null) return emptyTree
  const opened = openCheckpoint(kept.note, verifiers)
  return opened.is === 'opened' && opened.checkpoint.origin === origin
    ? treeBeside(kept, opened.checkpoint)
    : null
}

/** What is kept beside a note, where it is what the note is over; else null. */
export function treeBeside(kept: KeptTree, { size, root }: Checkpoint): TreeState | null {
  const read = readRangeBytes(kept.range)
  if (read.is === 'refused' || !isFromStart(read.range)) return null
  const isOver = kept.size === size && read.range.to === size
  return isOver && sameHash(rootOf(read.range), root) ? read.range : null
}

const isFromStart = (range: CompactRange): range is TreeState => range.from === 0

/** The entries with their places, and the signed checkpoint over them. */
export function numbered(tree: TreeState, rows: readonly EntryRow[], key: LogKey): Numbered {
  const hashes = rows.map(leafOf)
  const grown = hashes.reduce(withLeaf, tree)
  return {
    first: tree.to,
    entries: rows.map(({ id }) => id),
    hashes,
    range: rangeBytes(grown),
    note: noteOver(grown, key),
  }
}

/** The hash of an entry's row: what stands in the tree for it. */
export function leafOf(row: EntryRow): Hash {
  const made = canonicalBytes(bodyOf(row))
  if (made.is === 'refused') throw new Broken('AUDIT_ENTRY_UNREADABLE')
  return leafHash(made.bytes)
}

function noteOver(tree: TreeState, { origin, signer }: LogKey): string {
  const checkpoint = { origin, size: tree.to, root: rootOf(tree), extensions: [] }
  const made = signCheckpoint(checkpoint, [signer])
  if (made.is === 'refused') throw new Broken('AUDIT_KEY_DAMAGED')
  return made.note
}
