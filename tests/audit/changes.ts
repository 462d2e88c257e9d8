/** Single changes to the rows of a log, each at a place, and to a value, of the chooser's choice. */
import type { Rows } from './rows.ts'

/** A whole number from 0 to below `below`. */
export type Choose = (below: number) => number

/** The same choices for the same seed on any machine (a linear congruential generator of Knuth's). */
export const chooserOf = (seed: number): Choose => {
  let state = BigInt(seed)
  return below => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n)
    return Number(state >> 33n) % below
  }
}

type Table = keyof Rows
type Value = unknown
type Spoil = (value: Value, choose: Choose) => Value
export type Change = (rows: Rows, choose: Choose) => Rows

const replaced = (rows: Rows, table: Table, list: readonly unknown[]): Rows => ({
  ...rows,
  [table]: list,
})

const listOf = (rows: Rows, table: Table): readonly Record<string, Value>[] =>
  rows[table] as unknown as readonly Record<string, Value>[]

const changeColumn =
  (table: Table, column: string, spoil: Spoil): Change =>
  (rows, choose) => {
    const list = listOf(rows, table)
    const at = choose(list.length)
    const row = list[at]!
    return replaced(rows, table, list.with(at, { ...row, [column]: spoil(row[column], choose) }))
  }

const deleteRow =
  (table: Table): Change =>
  (rows, choose) =>
    replaced(
      rows,
      table,
      (rows[table] as readonly unknown[]).toSpliced(choose(rows[table].length), 1),
    )

/** Another value of the same column in another row, which always differs here. */
const swapColumn =
  (table: Table, column: string): Change =>
  (rows, choose) => {
    const list = listOf(rows, table)
    const at = choose(list.length)
    const other = (at + 1 + choose(list.length - 1)) % list.length
    const [one, two] = [list[at]!, list[other]!]
    return replaced(
      rows,
      table,
      list
        .with(at, { ...one, [column]: two[column] })
        .with(other, { ...two, [column]: one[column] }),
    )
  }

const anId: Spoil = (_, choose) => {
  const hex = Array.from({ length: 32 }, () => choose(16).toString(16)).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

const orNothing =
  (spoil: Spoil): Spoil =>
  (value, choose) =>
    value === null || choose(3) > 0 ? spoil(value, choose) : null

const oneOf =
  (...values: Value[]): Spoil =>
  (value, choose) => {
    const others = values.filter(other => other !== value)
    return others[choose(others.length)]
  }

const flippedByte: Spoil = (value, choose) => {
  const copy = Buffer.from(value as Buffer)
  const at = choose(copy.length)
  copy[at]! ^= 1 + choose(255)
  return copy
}

const letter: Spoil = (value, choose) => {
  const text = value as string
  const at = choose(text.length)
  const code = (text.charCodeAt(at) + 1 + choose(90)) % 128
  return text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1)
}

/** By a microsecond, an hour, a year: as PostgreSQL would write it. */
const moment: Spoil = (value, choose) => {
  const by = [{ microseconds: 1 + choose(999) }, { hours: 1 }, { hours: 24 * 365 }][choose(3)]!
  return Temporal.Instant.from(value as string)
    .add(by)
    .toString()
    .replace(/\.?0+Z$/, 'Z')
}

const list =
  (added: Spoil): Spoil =>
  (value, choose) => {
    const items = value as readonly string[]
    if (items.length > 0 && choose(2) === 0) return items.toSpliced(choose(items.length), 1)
    return [...items, added(null, choose)]
  }

const number: Spoil = (value, choose) => (value as number) + 1 + choose(400)

/** Each column of each table that a verification reads, and how it is changed. */
const columns: readonly (readonly [Table, string, Spoil])[] = [
  ['entry', 'id', anId],
  ['entry', 'area_id', anId],
  ['entry', 'at', moment],
  ['entry', 'xid', (value, choose) => String(BigInt(value as string) + 1n + BigInt(choose(99)))],
  ['entry', 'class', oneOf('collection', 'alteration', 'consultation', 'erasure')],
  ['entry', 'verb', oneOf('case.read', 'case.create', 'person.search')],
  ['entry', 'outcome', oneOf('done', 'refused')],
  ['entry', 'user_id', orNothing(anId)],
  ['entry', 'session_id', orNothing(anId)],
  ['entry', 'request_id', orNothing(anId)],
  ['entry', 'case_id', orNothing(anId)],
  ['entry', 'person_id', orNothing(anId)],
  ['entry', 'subjects', list(anId)],
  ['entry', 'asked', orNothing(letter)],
  ['entry', 'allowed_by', oneOf('team', 'share', 'break-glass', null)],
  ['entry', 'purpose', oneOf('own-case', 'supervision', null)],
  ['entry', 'recipient', orNothing(anId)],
  ['entry', 'codes', list(oneOf('own-surname', 'own-address'))],
  [
    'entry',
    'sought',
    (value, choose) => (value === null ? Buffer.of(choose(256)) : flippedByte(value, choose)),
  ],
  ['leaf', 'area_id', anId],
  ['leaf', 'index', number],
  ['leaf', 'entry_id', anId],
  ['leaf', 'hash', flippedByte],
  ['checkpoint', 'area_id', anId],
  ['checkpoint', 'number', number],
  ['checkpoint', 'size', number],
  ['checkpoint', 'range', flippedByte],
  ['checkpoint', 'note', letter],
]

/** By name. */
export const changes: readonly (readonly [string, Change])[] = [
  ...columns.map(
    ([table, column, spoil]) => [`${table}.${column}`, changeColumn(table, column, spoil)] as const,
  ),
  ...(['entry', 'leaf', 'checkpoint'] as const).map(
    table => [`a row of ${table} deleted`, deleteRow(table)] as const,
  ),
  ['leaf.entry_id swapped', swapColumn('leaf', 'entry_id')],
  ['leaf.hash swapped', swapColumn('leaf', 'hash')],
  ['leaf.index swapped', swapColumn('leaf', 'index')],
  ['checkpoint.note swapped', swapColumn('checkpoint', 'note')],
  ['checkpoint.range swapped', swapColumn('checkpoint', 'range')],
  ['entry.user_id swapped', swapColumn('entry', 'user_id')],
  [
    'an entry put in before the last',
    (rows, choose) => {
      const xids = rows.entry.map(({ xid }) => BigInt(xid))
      const last = xids.reduce((a, b) => (a > b ? a : b))
      const earlier = rows.entry.filter(({ xid }) => BigInt(xid) < last)
      const row = earlier[choose(earlier.length)]!
      return replaced(rows, 'entry', [...rows.entry, { ...row, id: anId(null, choose) }])
    },
  ],
]

/** The columns that are changed, by table. */
export const changed = (table: Table): string[] =>
  columns.filter(([of]) => of === table).map(([, column]) => column)
