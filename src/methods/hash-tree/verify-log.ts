/** Is the log what was signed? The whole answer, with everything that is wrong. */
import { findSwap } from './find-swap.ts'
import type { Hash } from './hash.ts'
import { rootOf } from './compact-range.ts'
import type { ExpectedLog, LogEntry } from './log-check.ts'
import { beginLog, readEntry } from './log-check.ts'
import type { Edit, LogCheck } from './log-state.ts'
import { noted } from './log-state.ts'
import type { Finding, NotePlace } from './log-findings.ts'

export type LogVerdict =
  | {
      readonly is: 'whole'
      readonly size: number
      readonly root: Hash
      /** The largest size at which a copy outside agrees: later entries rest on the log's own word. */
      readonly outsideTo: number
    }
  | {
      readonly is: 'broken'
      readonly size: number
      /** The stored hashes of the first so many entries are what was signed, here and outside. */
      readonly signedTo: number
      readonly findings: readonly Finding[]
      /** Findings beyond the first 1,000. */
      readonly more: number
    }

/**
 * Verifies a log in one pass and constant memory. For a log in a database, feed `readEntry` row by row and
 * end with `endLog`. Danger: nobody inside can catch someone who holds the key and the database; only the
 * copies outside can, up to the last of them.
 * @example verifyLog({ origin, keys, checkpoints, outside }, entries) // { is: 'whole', … }
 */
export const verifyLog = (expected: ExpectedLog, entries: Iterable<LogEntry>): LogVerdict => {
  let check = beginLog(expected)
  for (const entry of entries) check = readEntry(check, entry)
  return endLog(check)
}

/** The answer, once every entry has been read. */
export const endLog = (check: LogCheck): LogVerdict => {
  const { next: size, outsideTo, agreedTo } = check
  const { findings: listed, more } = editFindings(check.edits).reduce(noted, check)
  const fork = forkFinding(check)
  // What is wrong with the log as a whole is said even where a thousand entries are wrong.
  const findings = [...listed, ...endFindings(check), ...(fork === null ? [] : [fork])]
  return findings.length === 0
    ? { is: 'whole', size, root: rootOf(check.stored), outsideTo }
    : {
        is: 'broken',
        size,
        signedTo: Math.min(agreedTo, fork?.agreesTo ?? agreedTo),
        findings,
        more,
      }
}

const endFindings = (check: LogCheck): Finding[] => {
  const { next, doubted } = check
  const own = signedSize(check, 'checkpoint')
  const outside = signedSize(check, 'outside copy')
  const missing = Math.max(0, own - next)
  const findings: (Finding | null)[] = [
    doubtFinding(check, missing),
    missing > 0 && doubted.length === 0 ? { is: 'cut', size: next, signed: own } : null,
    outside > Math.max(next, own)
      ? { is: 'cut with its checkpoints', size: next, signed: outside }
      : null,
    next > own ? { is: 'uncovered', from: Math.max(check.from, own), to: next - 1 } : null,
  ]
  return findings.filter(finding => finding !== null)
}

/** The largest size that a note of this kind is over, as far as this check looks. */
const signedSize = ({ marks, until }: LogCheck, kind: NotePlace['is']): number => {
  const largest = marks.findLast(({ place }) => place.is === kind)
  return Math.min(largest?.size ?? 0, until)
}

/** Edits as findings: two entries that hold each other's content were swapped. */
const editFindings = (edits: readonly Edit[]): Finding[] => {
  const byContent = new Map(edits.map(edit => [keyOf(edit.computed, edit.stored), edit]))
  return edits.flatMap(({ index, stored, computed, part }): Finding[] => {
    const other = byContent.get(keyOf(stored, computed))
    if (other === undefined) return [{ is: 'edited', index, part }]
    return index < other.index ? [{ is: 'swapped', first: index, second: other.index }] : []
  })
}

const keyOf = (a: Hash, b: Hash): string => Buffer.concat([a, b]).toString('base64')

/** What the first own checkpoint that differs after all that agree tells. */
const doubtFinding = (check: LogCheck, missing: number): Finding | null => {
  const [first] = check.doubted
  if (first === undefined) return null
  const [from, to] = [check.agreedTo, first.size - 1]
  if (missing > 0) return { is: 'renumbered', from, to, missing }
  const { before, leaves } = check.doubtedRun ?? check.run
  const swap = leaves && findSwap(before, leaves, first.root)
  return swap ? { is: 'swapped', ...swap } : { is: 'changed', from, to }
}

type Forked = Extract<Finding, { is: 'forked' }>

/** An own checkpoint that differs after all that agree explains a copy outside that does. */
const forkFinding = ({ fork, doubted, agreedTo, ownTo }: LogCheck): Forked | null => {
  if (fork === null) return null
  const isExplained = doubted.length > 0 && fork.differsAt > agreedTo
  return isExplained ? null : { is: 'forked', ...fork, withKey: ownTo > fork.agreesTo }
}
