import { existsSync, readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isAlive } from '../../src/platform/db/embedded/processes.ts'
import {
  databasePid,
  emptyDataDir,
  guardPid,
  leaveMark,
  madeDataDir,
  readMark,
  startProgram,
  stopped,
  until,
} from './program.ts'

test('a start that was killed is taken up again, with the data that were committed', async () => {
  const dataDir = await madeDataDir()
  const first = startProgram({ dataDir })
  await first.ready
  await leaveMark(dataDir)
  const database = await databasePid(dataDir)
  first.child.kill('SIGKILL')
  // At once, while the guard is still stopping the old database.
  const second = startProgram({ dataDir })
  await second.ready
  expect(await readMark(dataDir)).toEqual({ value: 7 })
  expect(isAlive(database)).toBe(false)
  expect(await databasePid(dataDir)).not.toBe(database)
})

test('a killed start leaves no database running', async () => {
  const dataDir = await madeDataDir()
  const first = startProgram({ dataDir })
  await first.ready
  const database = await databasePid(dataDir)
  first.child.kill('SIGKILL')
  await until(() => !isAlive(database))
})

test('a database that was left running is stopped by the next start', async () => {
  const dataDir = await madeDataDir()
  const first = startProgram({ dataDir })
  await first.ready
  await leaveMark(dataDir)
  const database = await databasePid(dataDir)
  process.kill(guardPid(database), 'SIGKILL')
  first.child.kill('SIGKILL')
  await first.ended
  expect(isAlive(database)).toBe(true)
  const second = startProgram({ dataDir })
  await second.ready
  expect(isAlive(database)).toBe(false)
  expect(await readMark(dataDir)).toEqual({ value: 7 })
})

test('a lock file whose process id now belongs to another program does not stop a start', async () => {
  const dataDir = await madeDataDir()
  const first = startProgram({ dataDir })
  await first.ready
  const lockFile = join(dataDir, 'db', 'postmaster.pid')
  const lines = (await readFile(lockFile, 'utf8')).split('\n')
  await stopped(first)
  await writeFile(lockFile, [String(process.pid), ...lines.slice(1)].join('\n'))
  const second = startProgram({ dataDir })
  expect((await fetch(await second.ready)).status).toBe(200)
  expect(
    readdirSync(dataDir)
      .filter(name => name !== 'audit')
      .sort(),
  ).toEqual(['db', 'db.log', 'keys', 'run.json', 'start.lock'])
})

test('when the database is killed the program says so and ends, and the next start recovers it', async () => {
  const dataDir = await madeDataDir()
  const first = startProgram({ dataDir })
  await first.ready
  await leaveMark(dataDir)
  process.kill(await databasePid(dataDir), 'SIGKILL')
  const { code, err } = await first.ended
  expect(code).toBe(1)
  expect(err).toContain('"code":"DATABASE_DIED"')
  expect(err).toContain(`The database ended by itself; ${join(dataDir, 'db.log')} says why.`)
  const second = startProgram({ dataDir })
  await second.ready
  expect(await readMark(dataDir)).toEqual({ value: 7 })
})

test('a start that is stopped half way ends cleanly and is taken up by the next', async () => {
  const dataDir = await emptyDataDir()
  const first = startProgram({ dataDir })
  await until(() => readdirSync(dataDir).some(name => name.startsWith('db-unfinished')))
  const { code, out } = await stopped(first)
  expect(code).toBe(0)
  expect(out).not.toContain('is ready')
  expect(existsSync(join(dataDir, 'run.json'))).toBe(false)
  const second = startProgram({ dataDir })
  expect((await fetch(await second.ready)).status).toBe(200)
  expect(
    readdirSync(dataDir)
      .filter(name => name !== 'audit')
      .sort(),
  ).toEqual(['db', 'db.log', 'keys', 'run.json', 'start.lock'])
})
