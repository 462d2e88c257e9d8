import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { lockFolder } from './folder-lock.ts'

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'turnstone-lock-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}

/** Another process that takes the lock, says so and holds it. */
async function holder(dataDir: string) {
  const code = `
    const { lockFolder } = await import(${JSON.stringify(new URL('folder-lock.ts', import.meta.url).href)})
    console.log(lockFolder(${JSON.stringify(dataDir)}) === null ? 'refused' : 'held')
    setInterval(() => gc(), 50)`
  const child = spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', code])
  onTestFinished(() => void child.kill('SIGKILL'))
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, said: said.toString().trim() }
}

test('only one process holds a folder, and it is free again when that process is killed', async () => {
  const dataDir = await folder()
  const { child, said } = await holder(dataDir)
  expect(said).toBe('held')
  // The child lets go of what it was given; the lock must stay all the same.
  await wait(300)
  expect(lockFolder(dataDir)).toBeNull()
  child.kill('SIGKILL')
  await once(child, 'exit')
  const lock = lockFolder(dataDir)
  expect(lock).not.toBeNull()
  expect((await holder(dataDir)).said).toBe('refused')
  lock?.release()
  expect((await holder(dataDir)).said).toBe('held')
})

test('a lock that cannot be opened is told by its path', async () => {
  const dataDir = await folder()
  await mkdir(join(dataDir, 'start.lock'))
  expect(() => lockFolder(dataDir)).toThrow(`${join(dataDir, 'start.lock')} cannot be written`)
})
