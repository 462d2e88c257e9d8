import { openCheckpoint } from '../../../methods/hash-tree/checkpoint.ts'
import type { Checkpoint } from '../../../methods/hash-tree/checkpoint.ts'
import { base64Of } from '../../../methods/hash-tree/encoding.ts'
import { sameHash } from '../../../methods/hash-tree/hash.ts'
import { inclusionProof } from '../../../methods/hash-tree/inclusion.ts'
import type { NodeAt } from '../../../methods/hash-tree/subtrees.ts'
import { rootBetween, subtreesOf } from '../../../methods/hash-tree/subtrees.ts'
import { verifierKeyText } from '../../../methods/hash-tree/verifier-key.ts'
import type { Snapshot } from '../../db/snapshot.ts'
import { bodyOf } from '../body.ts'
import type { LogKey } from '../keys/log-key.ts'
import { leafOf } from '../sequencer/grow.ts'
import type { ExportedLog } from './export-file.ts'
import { leafHashes, readNewest, rowsAbout, type ExportedRow } from './queries.ts'

/** Not whole: the log is not what was signed, and a verification says what is wrong. */
export type LogExport = { readonly is: 'exported'; readonly log: ExportedLog } | { is: 'not whole' }

interface Wanted {
  readonly area: string
  readonly subject: string
  readonly key: LogKey
}

/** The entries of one log about a subject, proven under its newest checkpoint. Takes 64 bytes an entry of the log. */
export async function exportLog(snapshot: Snapshot, wanted: Wanted): Promise<LogExport> {
  const { area, subject, key } = wanted
  const kept = await readNewest(snapshot, area)
  const opened = openCheckpoint(kept?.note ?? '', key.verifiers)
  if (kept === null || opened.is === 'refused') return { is: 'not whole' }
  const nodeAt = await treeUnder(snapshot, area, opened.checkpoint)
  if (nodeAt === null) return { is: 'not whole' }
  const { size } = opened.checkpoint
  const rows = (await rowsAbout(snapshot, area, subject)).filter(({ index }) => index < size)
  const entries = rows.map(row => proven(nodeAt, row, size)).filter(entry => entry !== null)
  if (entries.length < rows.length) return { is: 'not whole' }
  const by = key.verifiers.find(verifier => openCheckpoint(kept.note, [verifier]).is === 'opened')
  const keyText = verifierKeyText(by ?? key.signer.key)
  return { is: 'exported', log: { key: keyText, checkpoint: kept.note, entries } }
}

/** The tree of the stored hashes, where it is the one that was signed. */
async function treeUnder(
  snapshot: Snapshot,
  area: string,
  { size, root }: Checkpoint,
): Promise<NodeAt | null> {
  const hashes = await leafHashes(snapshot, area, size)
  if (hashes.length !== size) return null
  const nodeAt = subtreesOf(hashes)
  const found = rootBetween(nodeAt, 0, size)
  return found !== null && sameHash(found, root) ? nodeAt : null
}

function proven(
  nodeAt: NodeAt,
  row: ExportedRow,
  size: number,
): ExportedLog['entries'][number] | null {
  const { index } = row
  const made = inclusionProof(nodeAt, { index, size })
  if (made.is === 'refused' || !sameHash(leafOf(row), row.hash)) return null
  return { index, entry: { ...bodyOf(row) }, proof: made.proof.map(base64Of) }
}
