/** How far a check of a log has come: a value that each step makes anew. */
import type { TreeState } from './compact-range.ts'
import type { Hash } from './hash.ts'
import type { Finding } from './log-findings.ts'
import type { Mark } from './log-marks.ts'

/** An entry whose content and stored hash differ, and which of the two a later note shows to be wrong. */
export interface Edit {
  readonly index: number
  readonly stored: Hash
  readonly computed: Hash
  readonly part: 'content' | 'stored hash' | 'either'
}

/** Entries since the last note that agreed, to look for a swap in; null where there are too many. */
export interface Run {
  readonly before: TreeState
  readonly leaves: readonly Hash[] | null
}

export interface LogCheck {
  /** The first entry that is checked; those before it are taken on trust. */
  readonly from: number
  /** The place of the entry that comes next. */
  readonly next: number
  /** Entries are missing, so no root after them can be worked out. */
  readonly hasGap: boolean
  /** The tree of the stored hashes, and that of the hashes of the contents. */
  readonly stored: TreeState
  readonly computed: TreeState
  readonly marks: readonly Mark[]
  /** What is signed about entries from here on is left out. */
  readonly until: number
  /** How many of the marks lie behind us. */
  readonly passed: number
  /** The largest size at which any note agreed, one of the log's own, and a copy outside. */
  readonly agreedTo: number
  readonly ownTo: number
  readonly outsideTo: number
  /** Own checkpoints since then that did not agree, and the run of entries before the first of them. */
  readonly doubted: readonly Mark[]
  readonly doubtedRun: Run | null
  readonly run: Run
  /** The first outside copy that did not agree. */
  readonly fork: { readonly agreesTo: number; readonly differsAt: number } | null
  readonly edits: readonly Edit[]
  readonly findings: readonly Finding[]
  /** Findings that are not listed, because there are too many. */
  readonly more: number
}

/** A log that is wrong throughout would be a list as long as the log. */
export const mostFindings = 1000

/** The check with one more finding, or with one more that is only counted. */
export const noted = (check: LogCheck, finding: Finding): LogCheck =>
  check.findings.length < mostFindings
    ? { ...check, findings: [...check.findings, finding] }
    : { ...check, more: check.more + 1 }
