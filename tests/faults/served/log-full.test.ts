import { spawnSync } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { connectionUrl } from '../../../src/platform/config/connection.ts'
import { rolesOfRunning } from '../../../src/platform/db/embedded/embedded-database.ts'
import { readRun } from '../../../src/platform/db/embedded/run-file.ts'
import {
  emptyDataDir,
  madeDataDir,
  needsMounts,
  runProgram,
  startProgram,
  until,
} from '../program.ts'
import { atWork, expectAllRecorded, inARow, isShownAgain, sendsAllAgain } from './at-work.ts'
import { fill } from './disk.ts'
import { aPlaceOnSmallDisks } from './place.ts'
import { aPostgres, expectWholeLog, migrate, ownedBy, served, type Postgres } from './postgres.ts'
import { smallDisks } from './small-disks.ts'

test('a served PostgreSQL that ends because its log found no space is waited for, and what was sent meanwhile is saved once', async ({
  skip,
}) => {
  needsMounts(skip)
  const place = await aPlaceOnSmallDisks({ wal: 60 })
  const server = await aPostgres(place, {
    settings: { max_wal_size: '16MB', min_wal_size: '4MB' },
  })
  const dataDir = await emptyDataDir()
  await migrate(server, dataDir)
  const program = startProgram({ dataDir, env: served(server) })
  const worker = await atWork(await program.ready, server.owner)
  await worker.works(({ isShown }) => isShown)

  const filler = await fill(`${place.seen}/wal`)
  const keeper = startsAgain(server)
  await worker.works(inARow(10, ({ isSaved, isShown }) => !isSaved && !isShown))
  expect(await server.log()).toMatch(/PANIC: .*No space left on device/)

  await filler.free()
  await until(() => isShownAgain(worker))
  keeper.end()
  await sendsAllAgain(worker)
  await expectAllRecorded(server.owner, worker)
  await expectWholeLog({ dataDir, env: ownedBy(server) })
  expect(program.child.exitCode).toBeNull()
})

test('with the embedded database a full disk ends the program with a sentence when its log finds no space; with space the next start has all', async ({
  skip,
}) => {
  needsMounts(skip)
  const [made, dataDir] = [await madeDataDir(), await emptyDataDir()]
  const disks = await smallDisks([{ at: dataDir, megabytes: 400 }])
  spawnSync('cp', ['-a', `${made}/.`, disks.seen(dataDir)])
  const way = { dataDir, afterMounts: `exec ${disks.enter.join(' ')} "$@"` }
  const program = startProgram(way)
  const address = await program.ready
  const worker = await atWork(address, await ownerIn(disks.seen(dataDir)))
  await worker.works(({ isShown }) => isShown)

  const filler = await fill(disks.seen(dataDir))
  await worker.works(inARow(5, ({ isSaved, isShown }) => !isSaved && !isShown))
  for (const page of ['/', '/inspections', '/accessibility'])
    expect((await fetch(`${address}${page}`)).status).toBe(200)
  await useUpLog(disks.seen(dataDir))
  const { code, err } = await program.ended
  expect(code).toBe(1)
  expect(err).toContain('"code":"DATABASE_DIED"')
  expect(err).toContain('What was saved is safe. Start Turnstone again.')
  const again = await runProgram(way)
  expect(again.code).toBe(1)
  expect(again.err).toMatch(
    /^The disk that holds \S+ is full or nearly full\. Make at least 300 MB free/,
  )

  await filler.free()
  const last = startProgram({ ...way, env: { PORT: new URL(address).port } })
  await last.ready
  await sendsAllAgain(worker)
  await expectAllRecorded(await ownerIn(disks.seen(dataDir)), worker)
  await expectWholeLog(way)
})

/** Like the supervisor of a service: starts it each time it has ended. */
function startsAgain(server: Postgres): { end: () => void } {
  const state = { isOn: true }
  const watching = (async () => {
    while (state.isOn) {
      if (server.pid() === null) await server.start()
      await wait(200)
    }
  })()
  const end = () => void (state.isOn = false)
  onTestFinished(async () => {
    end()
    await watching
  })
  return { end }
}

async function ownerIn(dataDir: string) {
  const run = await readRun(dataDir)
  return (await rolesOfRunning(dataDir, run?.database?.port ?? 0)).owner
}

/** What somebody else writes fills the write-ahead log until no segment can be added. */
async function useUpLog(dataDir: string): Promise<void> {
  const client = new pg.Client(connectionUrl(await ownerIn(dataDir)))
  client.on('error', () => undefined)
  await client.connect()
  const text = `select pg_logical_emit_message(false, 'test', repeat('x', 1000000)) from generate_series(1, 300)`
  await expect(client.query(text)).rejects.toThrow()
  await client.end().catch(() => undefined)
}
