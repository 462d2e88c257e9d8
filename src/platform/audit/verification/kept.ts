/** The checkpoints that the database keeps, and which of them a check of some entries begins and ends at. */
import { readCheckpointText } from '../../../methods/hash-tree/checkpoint.ts'
import type { TreeState } from '../../../methods/hash-tree/compact-range.ts'
import { emptyTree } from '../../../methods/hash-tree/compact-range.ts'
import type { KeptCheckpoint } from '../../../methods/hash-tree/log-marks.ts'
import { parseNote } from '../../../methods/hash-tree/note.ts'
import type { LogKey } from '../keys/log-key.ts'
import { treeBeside, treeOf } from '../sequencer/grow.ts'
import type { KeptTree } from '../sequencer/queries.ts'
import type { LogFinding } from './findings.ts'
import type { LogSource } from './log-source.ts'

export interface Kept {
  readonly checkpoints: readonly KeptCheckpoint[]
  /** The tree of the last checkpoint that is not after the first entry asked about. */
  readonly start: TreeState
  /** Size of the first checkpoint after the last entry asked about. */
  readonly until: number
  readonly findings: readonly LogFinding[]
}

interface Asked {
  readonly key: Pick<LogKey, 'origin' | 'verifiers'>
  readonly from?: number | undefined
  readonly to?: number | undefined
}

/** Reads all checkpoints of a log; of each only its number and its note stay in memory. */
export async function readKept(source: LogSource, asked: Asked): Promise<Kept> {
  const { key, from = 0, to = end } = asked
  const checkpoints: KeptCheckpoint[] = []
  const findings: LogFinding[] = []
  let edges: Edges = { before: null, after: end }
  for await (const rows of source.checkpoints()) {
    for (const kept of rows) {
      checkpoints.push({ number: kept.number, note: kept.note })
      if (differs(kept)) findings.push({ is: 'state differs', number: kept.number })
      edges = nearer(edges, kept, { from, to })
    }
  }
  const start = treeOf(edges.before, key) ?? emptyTree
  return { checkpoints, start, until: edges.after, findings }
}

/** Beyond any entry. */
const end = Number.MAX_SAFE_INTEGER

/** The checkpoints next to the entries asked about. */
interface Edges {
  readonly before: KeptTree | null
  readonly after: number
}

const nearer = (edges: Edges, kept: KeptTree, asked: { from: number; to: number }): Edges => ({
  before: kept.size <= asked.from ? kept : edges.before,
  after: kept.size > asked.to ? Math.min(edges.after, kept.size) : edges.after,
})

/** A note that cannot be read is found when it is opened. */
function differs(kept: KeptTree): boolean {
  const parsed = parseNote(kept.note)
  if (parsed.is === 'refused') return false
  const read = readCheckpointText(parsed.text)
  return read.is === 'checkpoint' && treeBeside(kept, read.checkpoint) === null
}
