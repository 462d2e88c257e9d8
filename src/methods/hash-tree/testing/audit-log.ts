/** An audit log of invented entries, as a database would keep it, with its keys and its copies outside. */
import { canonicalBytes } from '../canonical.ts'
import { signCheckpoint } from '../checkpoint.ts'
import { emptyTree, rootOf, withLeaf } from '../compact-range.ts'
import { leafHash } from '../hash.ts'
import type { LogEntry } from '../log-check.ts'
import type { KeptCheckpoint } from '../log-marks.ts'
import type { Signer } from '../signer.ts'
import { signerOf } from '../signer.ts'

export const origin = 'turnstone.example/audit/ardenshire'

const madeSigner = (name: string, seed: number): Signer => {
  const made = signerOf(name, Buffer.alloc(32, seed))
  if (made.is === 'refused') throw new Error(made.reason)
  return made
}

export const ours = madeSigner(origin, 1)
/** Has our name but not our key. */
export const stranger = madeSigner(origin, 2)

/** What the database holds, and what was copied out of it. */
export interface KeptLog {
  readonly entries: readonly LogEntry[]
  readonly checkpoints: readonly KeptCheckpoint[]
  readonly outside: readonly string[]
}

export const contentOf = (n: number, by = 'u7'): Record<string, unknown> => ({
  id: `e${String(n)}`,
  class: n % 3 === 0 ? 'alteration' : 'consultation',
  by,
  case: `c${String((n * 37) % 90)}`,
  fields: ['name', 'address'],
})

export const entryOf = (index: number, content: unknown): LogEntry => {
  const made = canonicalBytes(content)
  if (made.is === 'refused') throw new Error(made.reason)
  return { index, content: made.bytes, leaf: leafHash(made.bytes) }
}

/** The note over the first `size` of `entries`, by whoever signs. */
export const noteOver = (entries: readonly LogEntry[], size: number, signer = ours): string => {
  const state = entries.slice(0, size).reduce((tree, { leaf }) => withLeaf(tree, leaf), emptyTree)
  const checkpoint = { origin, size, root: rootOf(state), extensions: [] }
  const made = signCheckpoint(checkpoint, [signer])
  if (made.is === 'refused') throw new Error(made.reason)
  return made.note
}

/** Checkpoints over every `step` entries and at the end. */
export const checkpointsOf = (
  entries: readonly LogEntry[],
  step: number,
  signer = ours,
): KeptCheckpoint[] =>
  Array.from({ length: Math.ceil(entries.length / step) }, (_, number) => ({
    number,
    note: noteOver(entries, Math.min(entries.length, (number + 1) * step), signer),
  }))

export const entriesOf = (contents: readonly unknown[]): LogEntry[] =>
  contents.map((content, index) => entryOf(index, content))

/** 200 entries, a checkpoint after each 10, a copy outside after each 50. */
export const soundLog = (): KeptLog => {
  const entries = entriesOf(Array.from({ length: 200 }, (_, n) => contentOf(n)))
  return {
    entries,
    checkpoints: checkpointsOf(entries, 10),
    outside: [50, 100, 150, 200].map(size => noteOver(entries, size)),
  }
}
