/** Verifies the log of one force area row by row: the memory it takes does not grow with the entries. */
import type { LogCheck } from '../../../methods/hash-tree/log-state.ts'
import { mostFindings } from '../../../methods/hash-tree/log-state.ts'
import { beginLog, readEntry } from '../../../methods/hash-tree/log-check.ts'
import { endLog } from '../../../methods/hash-tree/verify-log.ts'
import type { LogKey } from '../keys/log-key.ts'
import { goneFindings, type LogFinding } from './findings.ts'
import { readKept } from './kept.ts'
import type { LogSource, PlacedEntry } from './log-source.ts'

export interface ToVerify {
  readonly key: Pick<LogKey, 'origin' | 'verifiers'>
  /** Copies of checkpoints from outside the database. */
  readonly outside: readonly string[]
  /** First and last entry that are asked about; all where left out. */
  readonly from?: number | undefined
  readonly to?: number | undefined
}

export interface AreaVerdict {
  /** The entries that were read: from the checkpoint before those asked about to the one after. */
  readonly from: number
  readonly to: number
  /** None: the log is whole. */
  readonly findings: readonly LogFinding[]
  /** Findings that are not listed. */
  readonly more: number
  /** The copies outside vouch for the entries before this one. */
  readonly outsideTo: number
  /** Entries that wait for their place. */
  readonly waiting: number
}

export async function verifyArea(source: LogSource, asked: ToVerify): Promise<AreaVerdict> {
  const { checkpoints, start, until, findings } = await readKept(source, asked)
  const { origin, verifiers: keys } = asked.key
  const begun = beginLog({ origin, keys, checkpoints, outside: asked.outside, start, until })
  const { check, gone } = await readAll(begun, source.places(start.to, until))
  const isAll = start.to === 0 && asked.to === undefined
  const unplaced = isAll ? await source.unplaced() : none
  const verdict = endLog(check)
  const found = verdict.is === 'broken' ? verdict : { findings: [], more: 0 }
  return {
    from: start.to,
    to: check.next,
    findings: [
      ...goneFindings(gone),
      // That its content cannot be read is the same said twice.
      ...found.findings.filter(each => each.is !== 'unreadable' || !gone.includes(each.index)),
      ...findings,
      ...(unplaced.overtaken === 0
        ? []
        : [{ is: 'overtaken', count: unplaced.overtaken } as const]),
    ],
    more: found.more,
    outsideTo: check.outsideTo,
    waiting: unplaced.waiting,
  }
}

const none = { waiting: 0, overtaken: 0 }

async function readAll(
  begun: LogCheck,
  places: AsyncIterable<readonly PlacedEntry[]>,
): Promise<{ check: LogCheck; gone: number[] }> {
  const gone: number[] = []
  let check = begun
  for await (const entries of places) {
    for (const entry of entries) {
      if (entry.isGone && gone.length < mostFindings) gone.push(entry.index)
      check = readEntry(check, entry)
    }
  }
  return { check, gone }
}
