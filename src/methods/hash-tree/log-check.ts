/**
 * Reads a log in order, entry by entry, and compares it with the signed notes. A check is a value: each
 * step gives the next one. It holds the right edge of the tree, the notes and what was found, whatever the
 * length of the log.
 */
import { canonicalBytes } from './canonical.ts'
import type { TreeState } from './compact-range.ts'
import { emptyTree, withLeaf } from './compact-range.ts'
import { longestRun } from './find-swap.ts'
import type { Hash } from './hash.ts'
import { isHash, leafHash, sameHash } from './hash.ts'
import { passMarks } from './log-comparison.ts'
import type { KeptCheckpoint } from './log-marks.ts'
import { openMarks } from './log-marks.ts'
import type { Edit, LogCheck, Run } from './log-state.ts'
import { mostFindings, noted } from './log-state.ts'
import { isSize } from './sizes.ts'
import type { Log } from './verify-entry.ts'

export interface LogEntry {
  /** Its place in the log, from 0. */
  readonly index: number
  /** What was recorded: the canonical bytes, or the value that they stand for. */
  readonly content: unknown
  /** The hash that the log keeps beside it. */
  readonly leaf: Uint8Array
}

export interface ExpectedLog extends Log {
  /** All checkpoints that the log keeps, in order of their numbers. */
  readonly checkpoints: readonly KeptCheckpoint[]
  /** Copies of checkpoints kept where nobody who can write the log can reach them. */
  readonly outside: readonly string[]
  /** Start here instead of at entry 0, with a state that is trusted. */
  readonly start?: TreeState
  /** Stop before this entry: what is signed about later ones is left out. */
  readonly until?: number
}

/** The check of a log of which nothing has been read yet. */
export const beginLog = (expected: ExpectedLog): LogCheck => {
  const { start = emptyTree, until = Infinity } = expected
  const { marks, findings } = openMarks(expected, expected.checkpoints, expected.outside)
  const begun: LogCheck = {
    from: start.to,
    next: start.to,
    hasGap: false,
    stored: start,
    computed: start,
    marks: marks.filter(({ size }) => size >= start.to),
    until,
    passed: 0,
    agreedTo: start.to,
    ownTo: 0,
    outsideTo: 0,
    doubted: [],
    doubtedRun: null,
    run: { before: start, leaves: [] },
    fork: null,
    edits: [],
    findings: [],
    more: 0,
  }
  return passMarks(findings.reduce(noted, begun))
}

/**
 * The check after one more entry. Entries must come in order of their index, as the log keeps it.
 * @example entries.reduce(readEntry, beginLog(expected))
 */
export const readEntry = (check: LogCheck, entry: LogEntry): LogCheck => {
  const { index } = entry
  if (!isSize(index)) return noted(check, { is: 'without a place', after: check.next - 1 })
  if (index < check.next) return noted(check, { is: 'repeated', index })
  const ready = index > check.next ? skipTo(check, index) : check
  return passMarks(added(ready, entry))
}

const skipTo = (check: LogCheck, index: number): LogCheck => ({
  ...noted(check, { is: 'missing', from: check.next, to: index - 1 }),
  next: index,
  hasGap: true,
})

const added = (check: LogCheck, { index, content, leaf }: LogEntry): LogCheck => {
  const computed = leafOf(content)
  if (typeof computed === 'string' || !isHash(leaf)) {
    const reason = typeof computed === 'string' ? computed : 'Its stored hash is not 32 bytes.'
    const one = typeof computed === 'string' ? leaf : computed
    const either = isHash(one) ? one : leafHash(new Uint8Array())
    return grown(noted(check, { is: 'unreadable', index, reason }), either, either)
  }
  if (sameHash(leaf, computed)) return grown(check, leaf, leaf)
  const edit: Edit = { index, stored: leaf, computed, part: 'either' }
  return grown(
    check.edits.length < mostFindings
      ? { ...check, edits: [...check.edits, edit] }
      : { ...check, more: check.more + 1 },
    leaf,
    computed,
  )
}

/** The hash of the content, or a sentence that says why it has none. */
const leafOf = (content: unknown): Hash | string => {
  if (content instanceof Uint8Array) return leafHash(content)
  const made = canonicalBytes(content)
  return made.is === 'refused' ? made.reason : leafHash(made.bytes)
}

const grown = (check: LogCheck, leaf: Hash, computed: Hash): LogCheck => {
  const next = check.next + 1
  if (check.hasGap) return { ...check, next }
  const stored = withLeaf(check.stored, leaf)
  // As long as both trees are one, they are worked out once.
  const isOne = check.stored === check.computed && leaf === computed
  return {
    ...check,
    next,
    stored,
    computed: isOne ? stored : withLeaf(check.computed, computed),
    run: longer(check.run, leaf),
  }
}

const longer = ({ before, leaves }: Run, leaf: Hash): Run => ({
  before,
  leaves: leaves === null || leaves.length >= longestRun ? null : [...leaves, leaf],
})
