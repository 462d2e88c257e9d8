/** A log as rows of its three tables, read once, and a verification that reads them instead of a database. */
import type { Client } from 'pg'
import type { EntryRow } from '../../src/platform/audit/body.ts'
import type { KeptTree } from '../../src/platform/audit/sequencer/queries.ts'
import {
  placedEntry,
  type LogSource,
  type PlacedEntry,
} from '../../src/platform/audit/verification/log-source.ts'

export interface LeafRow {
  readonly area_id: string
  readonly index: number
  readonly entry_id: string
  readonly hash: Buffer
}

export type CheckpointRow = KeptTree & { readonly area_id: string }

export interface Rows {
  readonly entry: readonly EntryRow[]
  readonly leaf: readonly LeafRow[]
  readonly checkpoint: readonly CheckpointRow[]
}

export async function rowsOf(client: Client, area: string): Promise<Rows> {
  const read = async <Row extends object>(table: string): Promise<Row[]> =>
    (await client.query<Row>(`select * from audit.${table} where area_id = $1`, [area])).rows
  return {
    entry: await read<EntryRow>('entry'),
    leaf: await read<LeafRow>('leaf'),
    checkpoint: await read<CheckpointRow>('checkpoint'),
  }
}

/** What the queries of the verification would read, were these the tables. */
export function sourceOf(rows: Rows, area: string): LogSource {
  const entries = new Map(rows.entry.map(entry => [entry.id, entry]))
  const leaves = rows.leaf.filter(each => each.area_id === area).sort((a, b) => a.index - b.index)
  const kept = rows.checkpoint.filter(each => each.area_id === area)
  return {
    checkpoints: () => once(kept.toSorted((a, b) => a.number - b.number)),
    places: (from, until) =>
      once(
        leaves
          .filter(({ index }) => index >= from && index < until)
          .map(leaf => placed(leaf, entries.get(leaf.entry_id))),
      ),
    unplaced: () => Promise.resolve(unplacedOf(rows, area)),
  }
}

async function* once<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows
}

/** An entry that nobody changed keeps its bytes: of 10,000 logs nearly all entries are the same. */
const known = new WeakMap<EntryRow, PlacedEntry>()

function placed({ index, hash }: LeafRow, entry: EntryRow | undefined): PlacedEntry {
  if (entry === undefined) return placedEntry({ index, hash, id: null })
  const before = known.get(entry)
  if (before !== undefined) return { ...before, index, leaf: hash }
  const made = placedEntry({ ...entry, index, hash })
  known.set(entry, made)
  return made
}

function unplacedOf({ entry, leaf }: Rows, area: string): { waiting: number; overtaken: number } {
  const placedIds = new Set(leaf.map(({ entry_id }) => entry_id))
  const last = leaf
    .filter(each => each.area_id === area)
    .sort((a, b) => a.index - b.index)
    .findLast(({ entry_id }) => entry.some(({ id }) => id === entry_id))
  const lastXid = BigInt(entry.find(({ id }) => id === last?.entry_id)?.xid ?? '0')
  const free = entry.filter(({ id, area_id }) => area_id === area && !placedIds.has(id))
  const overtaken = free.filter(({ xid }) => BigInt(xid) < lastXid).length
  return { waiting: free.length - overtaken, overtaken }
}
