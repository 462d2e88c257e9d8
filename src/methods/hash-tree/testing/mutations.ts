/** Single changes to what a database keeps of a log, each at a place of the chooser's choice. */
import type { LogEntry } from '../log-check.ts'
import type { KeptLog } from './audit-log.ts'
import { contentOf, entryOf, noteOver, stranger } from './audit-log.ts'
import { madeUp } from './sample-log.ts'

/** A whole number from 0 to below `below`. */
export type Choose = (below: number) => number

/** The same choices for the same seed, on any machine (a linear congruential generator of Knuth's). */
export const chooserOf = (seed: number): Choose => {
  let state = BigInt(seed)
  return below => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n)
    return Number(state >> 33n) % below
  }
}

type Change = (log: KeptLog, choose: Choose) => KeptLog

const itemOf = <Item>(items: readonly Item[], at: number): Item => {
  const item = items[at]
  if (item === undefined) throw new Error(`nothing at ${String(at)}`)
  return item
}

const changeEntry =
  (change: (entry: LogEntry, choose: Choose) => LogEntry): Change =>
  (log, choose) => {
    const entries = [...log.entries]
    const at = choose(entries.length)
    entries[at] = change(itemOf(entries, at), choose)
    return { ...log, entries: inOrder(entries) }
  }

const changeEntries =
  (change: (entries: LogEntry[], at: number, choose: Choose) => LogEntry[]): Change =>
  (log, choose) => ({
    ...log,
    entries: inOrder(change([...log.entries], choose(log.entries.length), choose)),
  })

const changeCheckpoints =
  (
    change: (notes: KeptLog['checkpoints'], at: number, choose: Choose) => KeptLog['checkpoints'],
  ): Change =>
  (log, choose) => ({
    ...log,
    checkpoints: change(log.checkpoints, choose(log.checkpoints.length), choose).toSorted(
      (a, b) => a.number - b.number,
    ),
  })

/** As a database gives the rows back. */
const inOrder = (entries: readonly LogEntry[]): LogEntry[] =>
  entries.toSorted((a, b) => a.index - b.index)

const renumbered = (entries: readonly LogEntry[]): LogEntry[] =>
  entries.map((entry, index) => ({ ...entry, index }))

const flip = (bytes: Uint8Array, choose: Choose): Uint8Array => {
  const copy = Buffer.from(bytes)
  const at = choose(copy.length)
  copy.writeUInt8(copy.readUInt8(at) ^ (1 + choose(255)), at)
  return copy
}

const bytesOf = (entry: LogEntry): Buffer => Buffer.from(entry.content as Uint8Array)

const spliceBytes = (bytes: Buffer, at: number, without: number, added: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at + without)])

const spoilText = (text: string, choose: Choose): string => {
  const [at, kind] = [choose(text.length), choose(3)]
  const code = (text.charCodeAt(at) + 1 + choose(90)) % 128
  const without = kind === 1 ? 0 : 1
  return (
    text.slice(0, at) + (kind === 2 ? '' : String.fromCharCode(code)) + text.slice(at + without)
  )
}

/** By name, with the findings of which at least one must come. */
export const mutations: readonly (readonly [string, Change, readonly string[]])[] = [
  [
    'a byte of a content',
    changeEntry((entry, choose) => ({ ...entry, content: flip(bytesOf(entry), choose) })),
    ['edited'],
  ],
  [
    'a byte put into a content',
    changeEntry((entry, choose) => {
      const bytes = bytesOf(entry)
      const added = Buffer.of(choose(256))
      return { ...entry, content: spliceBytes(bytes, choose(bytes.length + 1), 0, added) }
    }),
    ['edited'],
  ],
  [
    'a byte taken out of a content',
    changeEntry((entry, choose) => {
      const bytes = bytesOf(entry)
      return { ...entry, content: spliceBytes(bytes, choose(bytes.length), 1, Buffer.of()) }
    }),
    ['edited'],
  ],
  [
    'a field of a content',
    changeEntry((entry, choose) => ({
      ...entry,
      content: { ...contentOf(entry.index), case: `d${String(choose(900))}` },
    })),
    ['edited'],
  ],
  [
    'a field left out of a content',
    changeEntry(entry => {
      const { by: _, ...rest } = contentOf(entry.index)
      return { ...entry, content: rest }
    }),
    ['edited'],
  ],
  [
    'a bit of a stored hash',
    changeEntry((entry, choose) => ({ ...entry, leaf: flip(entry.leaf, choose) })),
    ['edited'],
  ],
  [
    'a content with its stored hash',
    changeEntry((entry, choose) => entryOf(entry.index, contentOf(1000 + choose(1000)))),
    ['changed'],
  ],
  [
    'the place of a row',
    changeEntry((entry, choose) => ({
      ...entry,
      index: (entry.index + 1 + choose(399)) % 400,
    })),
    ['missing', 'repeated', 'cut'],
  ],
  ['a deleted row', changeEntries((entries, at) => entries.toSpliced(at, 1)), ['missing', 'cut']],
  [
    'a deleted row, the later ones renumbered',
    changeEntries((entries, at) => renumbered(entries.toSpliced(at, 1))),
    ['renumbered', 'cut'],
  ],
  [
    'a run of deleted rows',
    changeEntries((entries, at, choose) => entries.toSpliced(at, 1 + choose(20))),
    ['missing', 'cut'],
  ],
  [
    'a row put in',
    changeEntries((entries, at) => entries.toSpliced(at, 0, entryOf(at, contentOf(at, 'u8')))),
    ['repeated'],
  ],
  [
    'a row put in, the later ones renumbered',
    changeEntries((entries, at) =>
      renumbered(entries.toSpliced(at, 0, entryOf(at, contentOf(at, 'u8')))),
    ),
    ['changed'],
  ],
  [
    'a row added at the end',
    changeEntries((entries, at) => [...entries, entryOf(200, contentOf(at, 'u8'))]),
    ['uncovered'],
  ],
  [
    'two rows swapped',
    changeEntries((entries, at, choose) => {
      const other = (at + 1 + choose(entries.length - 1)) % entries.length
      return renumbered(entries.with(at, itemOf(entries, other)).with(other, itemOf(entries, at)))
    }),
    ['swapped', 'changed'],
  ],
  [
    'the contents of two rows swapped',
    changeEntries((entries, at, choose) => {
      const other = (at + 1 + choose(entries.length - 1)) % entries.length
      const [one, two] = [itemOf(entries, at), itemOf(entries, other)]
      return entries
        .with(at, { ...one, content: two.content })
        .with(other, { ...two, content: one.content })
    }),
    ['swapped'],
  ],
  ['the tail', changeEntries((entries, at) => entries.slice(0, at)), ['cut']],
  [
    'a character of a checkpoint',
    changeCheckpoints((notes, at, choose) =>
      notes.with(at, { number: at, note: spoilText(itemOf(notes, at).note, choose) }),
    ),
    ['note refused'],
  ],
  [
    'a deleted checkpoint',
    changeCheckpoints((notes, at) => notes.toSpliced(at, 1)),
    ['checkpoints missing', 'uncovered'],
  ],
  [
    'the number of a checkpoint',
    changeCheckpoints((notes, at, choose) =>
      notes.with(at, { number: (at + 1 + choose(39)) % 40, note: itemOf(notes, at).note }),
    ),
    ['checkpoints missing', 'checkpoint out of order'],
  ],
  [
    'two checkpoints swapped',
    changeCheckpoints((notes, at, choose) => {
      const other = (at + 1 + choose(notes.length - 1)) % notes.length
      const [one, two] = [itemOf(notes, at).note, itemOf(notes, other).note]
      return notes.with(at, { number: at, note: two }).with(other, { number: other, note: one })
    }),
    ['checkpoint out of order'],
  ],
  [
    'a copy of a checkpoint',
    changeCheckpoints((notes, at) => [
      ...notes,
      { number: notes.length, note: itemOf(notes, at).note },
    ]),
    ['checkpoint out of order'],
  ],
  [
    'a checkpoint signed by a stranger',
    (log, choose) => {
      const at = choose(log.checkpoints.length)
      const note = noteOver(log.entries, 10 * (at + 1), stranger)
      return { ...log, checkpoints: log.checkpoints.with(at, { number: at, note }) }
    },
    ['note refused'],
  ],
  [
    'a false checkpoint signed with the key',
    (log, choose) => {
      const at = choose(log.checkpoints.length)
      const entries = [{ ...itemOf(log.entries, 0), leaf: madeUp(at) }, ...log.entries.slice(1)]
      const note = noteOver(entries, 10 * (at + 1))
      return { ...log, checkpoints: log.checkpoints.with(at, { number: at, note }) }
    },
    ['false checkpoint', 'changed'],
  ],
]
