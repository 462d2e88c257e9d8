/** The signed notes that a log is measured against, opened and put in order of size. */
import { openCheckpoint } from './checkpoint.ts'
import type { Hash } from './hash.ts'
import type { Finding, NotePlace } from './log-findings.ts'
import type { Log } from './verify-entry.ts'

/** A checkpoint as the log keeps it. */
export interface KeptCheckpoint {
  /** Counted from 0 without gaps, so that a deleted one is missed. */
  readonly number: number
  readonly note: string
}

/** What a signed note says the log was. */
export interface Mark {
  readonly is: 'mark'
  readonly size: number
  readonly root: Hash
  readonly place: NotePlace
}

export interface Marks {
  /** From the smallest size up. */
  readonly marks: readonly Mark[]
  readonly findings: readonly Finding[]
}

/**
 * Opens the checkpoints that the log keeps (in order of their numbers) and the copies kept outside (in any
 * order). Notes that do not open become findings, and so do gaps in the numbers and sizes that do not grow.
 */
export const openMarks = (
  log: Log,
  checkpoints: readonly KeptCheckpoint[],
  outside: readonly string[],
): Marks => {
  const notes: [NotePlace, string][] = [
    ...checkpoints.map(({ number, note }): [NotePlace, string] => [
      { is: 'checkpoint', number },
      note,
    ]),
    ...outside.map((note, number): [NotePlace, string] => [{ is: 'outside copy', number }, note]),
  ]
  const opened = notes.map(([place, note]) => openMark(log, place, note))
  const marks = opened.filter(each => each.is === 'mark')
  const kept = marks.filter(mark => mark.place.is === 'checkpoint')
  return {
    marks: marks.toSorted((a, b) => a.size - b.size),
    findings: [
      ...opened.filter(each => each.is !== 'mark'),
      ...numberFindings(checkpoints),
      ...sizeFindings(kept),
    ],
  }
}

const openMark = (log: Log, place: NotePlace, note: string): Mark | Finding => {
  const opened = openCheckpoint(note, log.keys)
  if (opened.is === 'refused') {
    const { why, reason } = opened
    return { is: 'note refused', note: place, why, reason }
  }
  const { origin, size, root } = opened.checkpoint
  return origin === log.origin
    ? { is: 'mark', size, root, place }
    : { is: 'note refused', note: place, why: 'another log', reason: `It names ${origin}.` }
}

const numberFindings = (checkpoints: readonly KeptCheckpoint[]): Finding[] => {
  const findings: Finding[] = []
  let next = 0
  for (const { number } of checkpoints) {
    if (number > next) findings.push({ is: 'checkpoints missing', from: next, to: number - 1 })
    if (number < next) findings.push({ is: 'checkpoint out of order', number })
    next = Math.max(next, number + 1)
  }
  return findings
}

const sizeFindings = (kept: readonly Mark[]): Finding[] =>
  kept.flatMap(({ size, place }, at) => {
    const before = kept[at - 1]
    return before !== undefined && size <= before.size
      ? [{ is: 'checkpoint out of order', number: place.number }]
      : []
  })
