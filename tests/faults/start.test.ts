import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { isAlive } from '../../src/platform/db/embedded/processes.ts'
import {
  databasePid,
  emptyDataDir,
  madeDataDir,
  ownerOf,
  runProgram,
  startProgram,
  stopped,
  until,
} from './program.ts'

test('the first start makes a database, serves pages and ends without a trace but its data', async () => {
  const dataDir = await emptyDataDir()
  const program = startProgram({ dataDir })
  const page = await fetch(await program.ready)
  expect(page.status).toBe(200)
  const database = await databasePid(dataDir)
  const { code, out } = await stopped(program, 'SIGTERM')
  expect(code).toBe(0)
  expect(out).toMatch(/^Database made in \d+\.\d s$/m)
  expect(out).toMatch(/^Database started in \d+\.\d s$/m)
  expect(out).toMatch(/^Database brought up to date \(0001_platform, .*\) in \d+\.\d s$/m)
  expect(out).toMatch(/^Reference data loaded \([\d,]+ rows\) in \d+\.\d s$/m)
  // Whoever stops it at once stops it before the demonstration is made, or just after.
  expect(out.replace(/Demonstration made in .* s\n/, '')).toMatch(
    /Turnstone is ready: .*\nTurnstone is stopping\nTurnstone has stopped\n$/,
  )
  expect(isAlive(database)).toBe(false)
  expect((await readdir(dataDir)).sort()).toEqual(['audit', 'db', 'db.log', 'keys', 'start.lock'])
  expect((await stat(join(dataDir, 'keys', 'database.json'))).mode & 0o777).toBe(0o600)
  expect((await stat(join(dataDir, 'db'))).mode & 0o777).toBe(0o700)

  const second = startProgram({ dataDir })
  await second.ready
  const end = await stopped(second, 'SIGINT')
  expect(end.code).toBe(0)
  expect(end.out).not.toMatch(/Database made/)
  expect(end.out).toMatch(/^Database found up to date/m)
  expect(end.out).toMatch(/^Reference data found unchanged/m)
})

test('stopping waits for a request at work, and a second signal does not', async () => {
  const dataDir = await madeDataDir()
  const first = startProgram({ dataDir })
  const address = await first.ready
  const client = await ownerOf(dataDir)
  await client.query('begin; lock table inspection.force in access exclusive mode')
  const slow = fetch(`${address}/inspections`)
  const isWaiting = async () =>
    (await client.query('select from pg_locks where not granted')).rowCount !== 0
  await until(isWaiting)
  first.child.kill('SIGTERM')
  await wait(700)
  await expect(fetch(address)).rejects.toThrow()
  await client.query('rollback')
  const free = performance.now()
  expect((await slow).status).toBe(200)
  expect((await first.ended).code).toBe(0)
  // Not as long as the connection of the answered request could be kept open.
  expect(performance.now() - free).toBeLessThan(4_000)

  const second = startProgram({ dataDir })
  const again = `${await second.ready}/inspections`
  const other = await ownerOf(dataDir)
  await other.query('begin; lock table inspection.force in access exclusive mode')
  const cut = fetch(again).catch(() => 'cut off')
  await until(
    async () => (await other.query('select from pg_locks where not granted')).rowCount !== 0,
  )
  const from = performance.now()
  second.child.kill('SIGINT')
  await wait(700)
  second.child.kill('SIGINT')
  expect((await second.ended).code).toBe(0)
  expect(performance.now() - from).toBeLessThan(4_000)
  expect(await cut).toBe('cut off')
})

test('a second start on the same folder is refused and names the first, which goes on', async () => {
  const dataDir = await madeDataDir()
  const first = startProgram({ dataDir })
  const address = await first.ready
  const { code, err, out } = await runProgram({ dataDir })
  expect(code).toBe(1)
  expect(err).toContain(`Turnstone is already running on ${dataDir}: ${address}`)
  expect(err).toContain(`process ${first.child.pid}`)
  expect(out).toBe('')
  expect((await fetch(address)).status).toBe(200)
})

test('of two starts at the same moment one wins and the other is refused', async () => {
  const dataDir = await emptyDataDir()
  const both = [startProgram({ dataDir }), startProgram({ dataDir })]
  const address = await Promise.any(both.map(program => program.ready))
  const loser = await Promise.race(both.map(program => program.ended))
  expect(loser.code).toBe(1)
  expect(loser.err).toMatch(/Another Turnstone .*is just starting|already running/)
  expect((await fetch(address)).status).toBe(200)
})

test('a taken port is refused before a database is made', async () => {
  const dataDir = await emptyDataDir()
  const squatter = createServer().listen(0, '127.0.0.1')
  await once(squatter, 'listening')
  onTestFinished(() => void squatter.close())
  const bound = squatter.address()
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0
  const { code, err } = await runProgram({ dataDir, env: { PORT: String(port) } })
  expect(code).toBe(1)
  expect(err).toBe(
    `Port ${port} of 127.0.0.1 is used by another program. Stop that program, or choose another port, like this: PORT=${port + 1} npm start\n`,
  )
  expect(existsSync(join(dataDir, 'db'))).toBe(false)
  expect(existsSync(join(dataDir, 'run.json'))).toBe(false)
})

test('a HOST that is no address of this machine is refused', async () => {
  const { code, err } = await runProgram({
    dataDir: await emptyDataDir(),
    env: { HOST: '192.0.2.1' },
  })
  expect(code).toBe(1)
  expect(err).toMatch(/^HOST is 192\.0\.2\.1, which is not an address of this machine\. Use /)
})

test('a database of a newer version is refused and left as it is', async () => {
  const dataDir = await madeDataDir()
  const first = startProgram({ dataDir })
  await first.ready
  const client = await ownerOf(dataDir)
  await client.query(`insert into migration.applied values ('9999_future', '2030-01-01T00:00:00Z')`)
  await stopped(first)
  const { code, err } = await runProgram({ dataDir })
  expect(code).toBe(1)
  expect(err).toMatch(/was made by a newer version of Turnstone: it has the migration 9999_future/)
  expect(err).not.toMatch(/\n {4}at /)
})

const olderNode = ['/usr/bin/node', '/usr/local/bin/node', '/opt/homebrew/bin/node'].find(path => {
  const version = /^v(\d+)/.exec(String(spawnSync(path, ['--version']).stdout))
  return version !== null && Number(version[1]) < 26
})

test('an older Node is refused with what to do', async ({ skip }) => {
  skip(olderNode === undefined, 'this machine has no older Node')
  const { code, err } = await runProgram({ dataDir: '/nowhere', node: olderNode ?? '' })
  expect(code).toBe(1)
  expect(err).toMatch(
    /^This is Node v\d+\.\d+\.\d+, and Turnstone needs Node 26 or newer\. Start it with "npm start"/,
  )
})

test('"migrate" joins the program that runs, or else starts the database and stops it again', async () => {
  const dataDir = await emptyDataDir()
  const alone = await runProgram({ dataDir, words: ['migrate'] })
  expect(alone).toMatchObject({ code: 0, err: '' })
  expect(alone.out).toMatch(
    /^Database made .*\nDatabase started .*\nDatabase brought up to date \(/,
  )
  expect(await readdir(dataDir)).not.toContain('run.json')
  expect(existsSync(join(dataDir, 'db', 'postmaster.pid'))).toBe(false)

  const program = startProgram({ dataDir })
  const address = await program.ready
  const joined = await runProgram({ dataDir, words: ['migrate'] })
  expect(joined).toMatchObject({ code: 0, err: '' })
  expect(joined.out).toMatch(/^Database found up to date .*\nReference data found unchanged .*\n$/)
  expect((await fetch(address)).status).toBe(200)
})

test('"db url" prints the address of the running database for its owner, and nothing else', async () => {
  const dataDir = await madeDataDir()
  await startProgram({ dataDir }).ready
  const { code, out, err } = await runProgram({ dataDir, words: ['db', 'url'] })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const client = new pg.Client(out.trim())
  await client.connect()
  onTestFinished(() => client.end())
  expect((await client.query('select current_user as who')).rows).toEqual([
    { who: 'turnstone_owner' },
  ])
})

test('"db url" without a running program is refused, because the address would be of no use', async () => {
  const dataDir = await madeDataDir()
  const { code, err, out } = await runProgram({ dataDir, words: ['db', 'url'] })
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(/^Turnstone is not running on /)
  expect(await readdir(dataDir)).not.toContain('run.json')
})

test('an unknown command is refused and the commands are listed; help and version are answered', async () => {
  const dataDir = '/nowhere'
  const unknown = await runProgram({ dataDir, words: ['strat'] })
  expect(unknown.code).toBe(1)
  expect(unknown.err).toMatch(/^There is no command "strat"\.\n\nUsage: /)
  const help = await runProgram({ dataDir, words: ['start', '--help'] })
  expect(help).toMatchObject({ code: 0, err: '' })
  expect(help.out).toMatch(/PORT .*3000/)
  expect((await runProgram({ dataDir, words: ['--version'] })).out).toMatch(/^\d+\.\d+\.\d+\n$/)
})
