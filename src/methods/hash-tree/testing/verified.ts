/** The sound log of 200 entries, what spoils it, and what the verification says of it in words. */
import type { ExpectedLog, LogEntry } from '../log-check.ts'
import { findingInWords } from '../log-findings.ts'
import type { LogVerdict } from '../verify-log.ts'
import { verifyLog } from '../verify-log.ts'
import type { KeptLog } from './audit-log.ts'
import { origin, ours, soundLog } from './audit-log.ts'

export const sound = soundLog()
export const renumbered = (entries: readonly LogEntry[]): LogEntry[] =>
  entries.map((entry, index) => ({ ...entry, index }))
export const numbered = (notes: readonly string[]) =>
  notes.map((note, number) => ({ number, note }))

export const verify = (log: KeptLog, more: Partial<ExpectedLog> = {}): LogVerdict => {
  const { checkpoints, outside } = log
  return verifyLog({ origin, keys: [ours.key], checkpoints, outside, ...more }, log.entries)
}

export const wordsOf = (verdict: LogVerdict): string[] =>
  verdict.is === 'broken' ? verdict.findings.map(findingInWords) : []

/** The sound log with its entries 0 to 199 changed. */
export const withEntries = (change: (entries: LogEntry[]) => LogEntry[]): KeptLog => ({
  ...sound,
  entries: change([...sound.entries]),
})
