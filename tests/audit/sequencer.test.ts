import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { openAudit, sequencerDoor, type Audit } from '../../src/platform/audit/open-audit.ts'
import type { CheckpointSink } from '../../src/platform/audit/outside/sink.ts'
import { numbered } from '../../src/platform/audit/sequencer/grow.ts'
import { settle } from '../../src/platform/audit/sequencer/settle.ts'
import { emptyTree } from '../../src/methods/hash-tree/compact-range.ts'
import { systemClock } from '../../src/platform/clock/clock.ts'
import { openDoor } from '../../src/platform/db/door.ts'
import { withClient } from '../../src/platform/db/roles.ts'
import { testDatabase } from '../builders/database.ts'
import { aLog, nowhere, programOf, removeKeysAfterwards, type TestLog } from './a-log.ts'
import { until } from '../faults/program.ts'

const db = await testDatabase()
removeKeysAfterwards()

test('two sequencers at once number each entry exactly once', async () => {
  const log = await aLog(db)
  const codes: string[] = []
  const begun = [sequencer(log, codes), sequencer(log, codes), sequencer(log, codes)]
  for (let n = 0; n < 30; n += 1) await log.append(7)
  await until(async () => (await count(log, 'leaf')) === 210)
  await Promise.all((await Promise.all(begun)).map(each => each.stop()))
  expect(await log.verify()).toMatchObject({ to: 210, findings: [], outsideTo: 210 })
  expect(codes).toEqual([])
})

test('an entry has its checkpoint within a second of its commit, and its copy outside soon after', async () => {
  const log = await aLog(db)
  const audit = await sequencer(log, [])
  await wait(700)
  const times: number[] = []
  for (let n = 1; n <= 5; n += 1) {
    await log.append(1)
    const committed = systemClock.elapsed()
    await until(async () => (await count(log, 'checkpoint')) >= n)
    times.push(systemClock.elapsed() - committed)
  }
  expect(Math.max(...times)).toBeLessThan(1000)
  await until(async () => ((await log.sink.last()) ?? '').split('\n')[1] === '5')
  expect(audit.state()).toBe('answers')
  await audit.stop()
})

test('a transaction that is still under way is not overtaken: later ones wait for it', async () => {
  const log = await aLog(db)
  await withClient(db.owner, async slow => {
    await slow.query('begin')
    const text = `insert into audit.entry (area_id, class, verb, outcome)
      values ($1, 'consultation', 'case.read', 'done') returning id`
    const { rows } = await slow.query<{ id: string }>(text, [log.area])
    await log.append(5)
    await log.settle()
    expect(await count(log, 'leaf')).toBe(0)
    expect(await withoutKey(log)).toBe(0)
    await slow.query('commit')
    await log.settle()
    expect(await placeOf(rows[0]!.id)).toBe(0)
    expect(await log.verify()).toMatchObject({ to: 6, findings: [] })
  })
})

test('an entry that was rolled back leaves no gap', async () => {
  const log = await aLog(db)
  await log.append(2)
  await withClient(db.owner, async client => {
    await client.query('begin')
    const text = `insert into audit.entry (area_id, class, verb, outcome) values ($1, 'consultation', 'case.read', 'done')`
    await client.query(text, [log.area])
    await client.query('rollback')
  })
  await log.append(2)
  await log.settle()
  expect(await log.verify()).toMatchObject({ to: 4, findings: [] })
})

test('more entries than one round takes are all numbered, in the order of their transactions', async () => {
  const log = await aLog(db)
  for (let n = 0; n < 5; n += 1) await log.append(700)
  await log.settle()
  expect(await log.verify()).toMatchObject({ to: 3500, findings: [] })
  const disorder = await withClient(db.owner, client =>
    client.query(
      `select from (select e.xid, lag(e.xid) over (order by l.index) as before
         from audit.leaf l join audit.entry e on e.id = l.entry_id where l.area_id = $1) as each
       where xid < before`,
      [log.area],
    ),
  )
  expect(disorder.rowCount).toBe(0)
})

test('somebody who numbers from an older state is refused, and nothing of it stays', async () => {
  const log = await aLog(db)
  await log.append(3)
  await log.settle()
  const stale = numbered(emptyTree, [], await log.key())
  const text = 'select audit.number($1, 0, $2, $3, $4, $5)'
  const tried = withClient(db.owner, client =>
    client.query(text, [
      log.area,
      [crypto.randomUUID()],
      [Buffer.alloc(32)],
      Buffer.from(stale.range),
      stale.note,
    ]),
  )
  await expect(tried).rejects.toMatchObject({ code: '40001' })
  expect(await log.verify()).toMatchObject({ to: 3, findings: [] })
})

test('killed after it numbered and before it copied, the sequencer copies when it is back', async () => {
  const log = await aLog(db)
  await log.append(3)
  const dying: CheckpointSink = { ...log.sink, append: () => new Promise(() => undefined) }
  void log.settle(dying)
  await until(async () => (await count(log, 'leaf')) === 3)
  expect(await log.sink.last()).toBeNull()
  await log.settle()
  expect(await log.verify()).toMatchObject({ to: 3, outsideTo: 3, findings: [] })
})

test('while the place outside is away entries are numbered, and it is caught up when it is back', async () => {
  const log = await aLog(db)
  const away = { last: throwing, append: throwing, read: throwing }
  await log.append(3)
  expect(await log.settle(away)).toEqual(['AUDIT_COPY_FAILED'])
  await log.append(3)
  expect(await log.settle({ ...log.sink, append: throwing })).toEqual(['AUDIT_COPY_FAILED'])
  expect(await log.verify()).toMatchObject({ to: 6, outsideTo: 0, findings: [] })
  expect(await log.settle()).toEqual([])
  expect(await log.verify()).toMatchObject({ to: 6, outsideTo: 6, findings: [] })
})

test('without the key that began a log nothing is numbered, and no other key is made', async () => {
  const log = await aLog(db)
  await log.append(3)
  await log.settle()
  await log.append(3)
  expect(await withoutKey(log)).toBe(0)
  expect(await count(log, 'leaf')).toBe(3)
  await log.settle()
  expect(await log.verify()).toMatchObject({ to: 6, findings: [] })
})

test('a key that is damaged stops its own log alone, and nothing of it is lost', async () => {
  const log = await aLog(db)
  await log.append(3)
  await log.settle()
  const path = join(log.dataDir, 'keys', `audit-${log.slug}.json`)
  const key = await readFile(path)
  await writeFile(path, 'damaged')
  await log.append(3)
  const other = await withClient(db.owner, async client => {
    const text = "insert into access.force_area (slug, name) values ('other', 'Other') returning id"
    return (await client.query<{ id: string }>(text)).rows[0]!.id
  })
  await withClient(db.owner, client =>
    client.query(
      "insert into audit.entry (area_id, class, verb, outcome) values ($1, 'erasure', 'case.close', 'done')",
      [other],
    ),
  )
  expect(await log.settle()).toEqual(['AUDIT_KEY_DAMAGED'])
  expect(await count(log, 'leaf')).toBe(3)
  expect(await count({ ...log, area: other }, 'leaf')).toBe(1)
  await writeFile(path, key)
  expect(await log.settle()).toEqual([])
  expect(await log.verify()).toMatchObject({ to: 6, findings: [] })
})

test('the sequencer survives that its connections are ended, and goes on', async () => {
  const log = await aLog(db)
  const codes: string[] = []
  const audit = await sequencer(log, codes)
  await log.append(2)
  await until(async () => (await count(log, 'leaf')) === 2)
  await withClient(db.superuser, async client => {
    await client.query(`alter database "${db.database}" connection limit 0`)
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where usename = 'turnstone_app' and datname = $1`,
      [db.database],
    )
  })
  await until(() => codes.length > 0)
  await withClient(db.superuser, client =>
    client.query(`alter database "${db.database}" connection limit -1`),
  )
  await log.append(2)
  await until(async () => (await count(log, 'leaf')) === 4)
  expect(audit.state()).toBe('answers')
  await audit.stop()
  expect(new Set(codes).size).toBe(codes.length)
})

/** The program's own, with its log taken down. */
async function sequencer(log: TestLog, codes: string[]): Promise<Audit> {
  const note = (code: string) => void codes.push(code)
  const place = { dataDir: log.dataDir, copies: null, name: 'turnstone.example' }
  return openAudit({
    ...place,
    at: db.app,
    key: await programOf(db),
    clock: systemClock,
    log: { info: () => undefined, warn: note, error: note },
  })
}

/** A round by a program whose DATA_DIR has no key of this log; answers how many keys it made. */
async function withoutKey(log: TestLog): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'turnstone-audit-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const codes: string[] = []
  const note = (code: string) => void codes.push(code)
  const quiet = { info: note, warn: note, error: note }
  const door = sequencerDoor(openDoor(db.app, { size: 1 }), await programOf(db))
  const place = { dataDir, copies: null, name: 'turnstone.example' }
  await settle({ door, keys: place, sinkOf: () => nowhere, log: quiet })
  await door.close()
  const made = await readdir(join(dataDir, 'keys')).catch(() => [])
  if ((await count(log, 'checkpoint')) > 0) expect(codes).toEqual(['AUDIT_KEY_MISSING'])
  return made.length
}

const throwing = () => Promise.reject(new Error('no such disk'))

const count = (log: TestLog, table: 'leaf' | 'checkpoint'): Promise<number> =>
  withClient(db.owner, async client => {
    const text = `select count(*) as count from audit.${table} where area_id = $1`
    return (await client.query<{ count: number }>(text, [log.area])).rows[0]!.count
  })

const placeOf = (entry: string): Promise<number> =>
  withClient(db.owner, async client => {
    const text = 'select index from audit.leaf where entry_id = $1'
    return (await client.query<{ index: number }>(text, [entry])).rows[0]!.index
  })
