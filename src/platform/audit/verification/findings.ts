/** What can be wrong with a log in the database, beyond what its hashes show. */
import type { Finding } from '../../../methods/hash-tree/log-findings.ts'
import { findingInWords } from '../../../methods/hash-tree/log-findings.ts'

export type LogFinding =
  | Finding
  /** Places whose entry is gone from the table. */
  | { readonly is: 'entry gone'; readonly from: number; readonly to: number }
  /** Entries that the sequencer cannot have left behind: put in by hand, or their places were taken away. */
  | { readonly is: 'overtaken'; readonly count: number }
  /** What the database keeps beside the note, to grow on from, is not what the note is over. */
  | { readonly is: 'state differs'; readonly number: number }

/** The finding as a sentence for whoever asked. */
export function inWords(finding: LogFinding): string {
  if (finding.is === 'entry gone') return goneWords(finding)
  if (finding.is === 'overtaken') return overtakenWords(finding)
  if (finding.is === 'state differs') {
    return `What is kept beside checkpoint ${finding.number}, its size or the hashes to grow on from, is not what was signed.`
  }
  return findingInWords(finding)
}

const goneWords = ({ from, to }: { from: number; to: number }): string =>
  from === to
    ? `Entry ${from} is missing: its place in the tree is there, what was recorded is gone.`
    : `Entries ${from} to ${to} are missing: their places in the tree are there, what was recorded is gone.`

const overtakenWords = ({ count }: { count: number }): string =>
  count === 1
    ? '1 entry stands in the table without a place in the tree, although later ones have theirs: it was put in by hand, or its place was taken away.'
    : `${count} entries stand in the table without a place in the tree, although later ones have theirs: they were put in by hand, or their places were taken away.`

/** Findings about entries that are gone, neighbours in one. */
export function goneFindings(gone: readonly number[]): LogFinding[] {
  const runs: { from: number; to: number }[] = []
  for (const index of gone) {
    const last = runs.at(-1)
    if (last?.to === index - 1) last.to = index
    else runs.push({ from: index, to: index })
  }
  return runs.map(run => ({ is: 'entry gone', ...run }))
}
