/** The ways to spoil a log that the database's own superuser has, with the signing key and without it. */
import { expect, test } from 'vitest'
import { numbered } from '../../src/platform/audit/sequencer/grow.ts'
import { emptyTree } from '../../src/methods/hash-tree/compact-range.ts'
import type { EntryRow } from '../../src/platform/audit/body.ts'
import { inSnapshot } from '../../src/platform/db/snapshot.ts'
import { withClient } from '../../src/platform/db/roles.ts'
import { testDatabase } from '../builders/database.ts'
import { aSoundLog, nowhere, removeKeysAfterwards, type TestLog } from './a-log.ts'

const db = await testDatabase()
removeKeysAfterwards()

const entryAt = (index: number): string =>
  `(select entry_id from audit.leaf where area_id = $1 and index = ${index})`

test('nothing is changed: the log is whole', async () => {
  const log = await aSoundLog(db)
  expect(await log.verify()).toMatchObject({ to: 200, findings: [], outsideTo: 200 })
})

test('the triggers are in the way of whoever does not take them away', async () => {
  for (const table of ['entry', 'leaf', 'checkpoint']) {
    for (const text of [`delete from audit.${table}`, `truncate audit.${table}`]) {
      const tried = withClient(db.superuser, client => client.query(text))
      await expect(tried).rejects.toThrow('the audit log never changes')
    }
  }
})

test('1. a field is edited', async () => {
  const log = await aSoundLog(db)
  await log.tamper(`update audit.entry set outcome = 'refused' where id = ${entryAt(43)}`)
  expect(await log.findings()).toEqual([
    'Entry 43 has been edited: its content is not what was recorded.',
  ])
})

test('1. a field is edited and its stored hash made to fit', async () => {
  const log = await aSoundLog(db)
  await log.tamper(`update audit.entry set user_id = gen_random_uuid() where id = ${entryAt(43)}`)
  await fitHashes(log)
  expect(await log.findings()).toEqual([
    'Entries 40 to 49 are not what was signed: edited together with the stored hash, replaced, or put in another place.',
  ])
})

test('2. an entry is deleted, and its place too', async () => {
  const log = await aSoundLog(db)
  await log.tamper(`delete from audit.entry where id = ${entryAt(43)}`)
  expect(await log.findings()).toEqual([
    'Entry 43 is missing: its place in the tree is there, what was recorded is gone.',
  ])
  await log.tamper('delete from audit.leaf where area_id = $1 and index = 43')
  expect(await log.findings()).toEqual(['Entry 43 is missing.'])
})

test('2. the place of an entry is deleted, and the entry left', async () => {
  const log = await aSoundLog(db)
  await log.tamper('delete from audit.leaf where area_id = $1 and index = 43')
  // The sequencer does not give it a new one.
  expect(await log.settle()).toEqual([])
  expect(await log.findings()).toEqual([
    'Entry 43 is missing.',
    '1 entry stands in the table without a place in the tree, although later ones have theirs: it was put in by hand, or its place was taken away.',
  ])
})

test('2. an entry is put in among earlier ones', async () => {
  const log = await aSoundLog(db)
  await log.tamper(
    `insert into audit.entry (area_id, at, xid, class, verb, outcome)
     select area_id, at, xid, class, verb, outcome from audit.entry where id = ${entryAt(43)}`,
  )
  expect(await log.settle()).toEqual([])
  expect(await log.findings()).toEqual([
    '1 entry stands in the table without a place in the tree, although later ones have theirs: it was put in by hand, or its place was taken away.',
  ])
})

test('3. an entry is deleted and the later ones are renumbered', async () => {
  const log = await aSoundLog(db)
  await log.tamper(
    `delete from audit.entry where id = ${entryAt(43)}`,
    'delete from audit.leaf where area_id = $1 and index = 43',
    'update audit.leaf set index = index + 1000 where area_id = $1 and index > 43',
    'update audit.leaf set index = index - 1001 where area_id = $1 and index > 1000',
  )
  expect(await log.findings()).toEqual([
    'The log is 1 entry shorter than was signed, and entries 40 to 49 are not what was signed: entries were taken out there and later ones renumbered.',
  ])
})

test('4. two entries are swapped, with their hashes or without', async () => {
  const log = await aSoundLog(db)
  const swap = (column: string) =>
    `update audit.leaf l set ${column} = o.${column} from audit.leaf o
     where l.area_id = $1 and o.area_id = $1 and l.index in (42, 47) and o.index = 89 - l.index`
  await log.tamper('alter table audit.leaf drop constraint leaf_entry_id_key', swap('entry_id'))
  expect(await log.findings()).toEqual(["Entries 42 and 47 stand in each other's place."])
  await log.tamper(swap('hash'))
  expect(await log.findings()).toEqual(["Entries 42 and 47 stand in each other's place."])
  await log.tamper(swap('entry_id'), 'alter table audit.leaf add unique (entry_id)')
  expect(await log.findings()).toEqual(["Entries 42 and 47 stand in each other's place."])
})

test('5. the tail is cut', async () => {
  const log = await aSoundLog(db)
  await cut(log, 187)
  expect(await log.findings()).toEqual([
    'The log ends after 187 entries, but a checkpoint of its own is over 200: entries 187 to 199 are cut from its end.',
  ])
})

test('6. the tail is cut together with the checkpoints over it: only the copies outside tell', async () => {
  const log = await aSoundLog(db)
  await cut(log, 190)
  await log.tamper('delete from audit.checkpoint where area_id = $1 and size > 190')
  expect(await log.findings()).toEqual([
    'The log ends after 190 entries, but a checkpoint that was copied outside is over 200: the end of the log was cut together with its checkpoints, or an old copy of the database was put in its place.',
  ])
  expect(await log.findings([])).toEqual([])
})

test('6. the program does not carry on a log whose end was cut, but keeps what comes', async () => {
  const log = await aSoundLog(db)
  await cut(log, 190)
  await log.tamper('delete from audit.checkpoint where area_id = $1 and size > 190')
  await log.append(5)
  expect(await log.settle()).toEqual(['AUDIT_FORK'])
  expect(await log.verify()).toMatchObject({ to: 190, waiting: 5 })
  expect(await log.sink.read()).toHaveLength(20)
})

test('7. all of it is written anew with the key: only the copies outside tell', async () => {
  const log = await aSoundLog(db)
  await log.tamper(
    'delete from audit.leaf where area_id = $1',
    'delete from audit.checkpoint where area_id = $1',
    'update audit.entry set user_id = gen_random_uuid() where area_id = $1',
  )
  await log.settle(nowhere)
  expect(await log.findings()).toEqual([
    'The log is not the one whose checkpoint over 10 entries was copied outside: all of it was written anew, by someone who holds the signing key.',
  ])
  expect(await log.findings([])).toEqual([])
})

test('8. an old backup is put back and carried on with the key: only the copies outside tell', async () => {
  const log = await aSoundLog(db)
  await cut(log, 120)
  await log.tamper('delete from audit.checkpoint where area_id = $1 and size > 120')
  await log.append(90)
  await log.settle(nowhere)
  expect(await log.verify()).toMatchObject({ to: 210 })
  expect(await log.findings()).toEqual([
    'The log agrees with the copies outside up to 120 entries, and not at 130: an old copy of the database was put back and carried on, or entries were written anew, by someone who holds the signing key.',
  ])
  expect(await log.findings([])).toEqual([])
})

test('9. the tail is cut and the rest signed again with the key: only the copies outside tell', async () => {
  const log = await aSoundLog(db)
  await cut(log, 187)
  await log.tamper('delete from audit.checkpoint where area_id = $1')
  await signAgain(log)
  expect(await log.findings()).toEqual([
    'The log ends after 187 entries, but a checkpoint that was copied outside is over 200: the end of the log was cut together with its checkpoints, or an old copy of the database was put in its place.',
  ])
  expect(await log.findings([])).toEqual([])
})

test('what is kept beside a checkpoint is changed: it is found, and nothing is built on it', async () => {
  const log = await aSoundLog(db)
  await log.tamper(
    'update audit.checkpoint set size = 201 where area_id = $1 and number = 19',
    `update audit.checkpoint set range = set_byte(range, 40, get_byte(range, 40) # 1) where area_id = $1 and number = 3`,
  )
  await log.append(1)
  expect(await log.settle()).toEqual(['AUDIT_CHECKPOINT_DAMAGED'])
  expect(await log.findings()).toEqual([
    'What is kept beside checkpoint 3, its size or the hashes to grow on from, is not what was signed.',
    'What is kept beside checkpoint 19, its size or the hashes to grow on from, is not what was signed.',
  ])
})

test('a verification of some entries reads from the checkpoint before them to the one after', async () => {
  const log = await aSoundLog(db)
  expect(await log.verify({ from: 43, to: 57 })).toMatchObject({ from: 40, to: 60, findings: [] })
  await log.tamper(`update audit.entry set outcome = 'refused' where id = ${entryAt(43)}`)
  expect(await log.verify({ from: 43, to: 43 })).toMatchObject({
    from: 40,
    to: 50,
    findings: [{ is: 'edited', index: 43 }],
  })
  expect(await log.verify({ from: 50 })).toMatchObject({ from: 50, to: 200, findings: [] })
  expect(await log.verify({ to: 39 })).toMatchObject({ from: 0, to: 40, findings: [] })
})

/** Entries from `size` on are gone, and their places. */
const cut = (log: TestLog, size: number): Promise<void> =>
  log.tamper(
    `delete from audit.entry where id in
       (select entry_id from audit.leaf where area_id = $1 and index >= ${size})`,
    `delete from audit.leaf where area_id = $1 and index >= ${size}`,
  )

/** Makes each stored hash that of its entry. */
async function fitHashes(log: TestLog): Promise<void> {
  const { hashes } = numbered(emptyTree, await rowsOf(log), await log.key())
  await withClient(db.superuser, async client => {
    await client.query('set session_replication_role = replica')
    for (const [index, hash] of hashes.entries()) {
      const text = 'update audit.leaf set hash = $3 where area_id = $1 and index = $2'
      await client.query(text, [log.area, index, hash])
    }
  })
}

/** One new checkpoint over all that is there. */
async function signAgain(log: TestLog): Promise<void> {
  const { note, range, entries } = numbered(emptyTree, await rowsOf(log), await log.key())
  await withClient(db.superuser, client =>
    client.query(
      'insert into audit.checkpoint (area_id, number, size, range, note) values ($1, 0, $2, $3, $4)',
      [log.area, entries.length, Buffer.from(range), note],
    ),
  )
}

const rowsOf = (log: TestLog): Promise<EntryRow[]> =>
  inSnapshot(db.owner, snapshot => {
    const text = `select e.* from audit.leaf l join audit.entry e on e.id = l.entry_id
      where l.area_id = $1 order by l.index`
    return snapshot.rows<EntryRow>(text, [log.area])
  })
