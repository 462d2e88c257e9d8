/** Where a verification reads a log from, some rows at a time. */
import type { LogEntry } from '../../../methods/hash-tree/log-check.ts'
import type { Snapshot } from '../../db/snapshot.ts'
import { bodyOf } from '../body.ts'
import type { KeptTree } from '../sequencer/queries.ts'
import { countUnplaced, keptTrees, placedRows, type PlacedRow } from './queries.ts'

export interface LogSource {
  /** All checkpoints, in order of their numbers. */
  checkpoints(): AsyncIterable<readonly KeptTree[]>
  /** Places `from` to before `until`, in order. */
  places(from: number, until: number): AsyncIterable<readonly PlacedEntry[]>
  /** Entries without a place: those that wait for one, and those that later ones have overtaken. */
  unplaced(): Promise<Unplaced>
}

export interface Unplaced {
  readonly waiting: number
  readonly overtaken: number
}

export interface PlacedEntry extends LogEntry {
  /** The place is there, the entry that it names is not. */
  readonly isGone: boolean
}

/** The log of an area in a database, as one transaction sees it. */
export const databaseSource = (log: Snapshot, area: string): LogSource => ({
  checkpoints: () => keptTrees(log, area),
  places: async function* (from, until) {
    for await (const rows of placedRows(log, area, { from, until })) yield rows.map(placedEntry)
  },
  unplaced: () => countUnplaced(log, area),
})

export const placedEntry = (row: PlacedRow): PlacedEntry => ({
  index: row.index,
  leaf: row.hash,
  content: row.id === null ? undefined : bodyOf(row),
  isGone: row.id === null,
})
