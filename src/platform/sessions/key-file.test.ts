import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { programKeyOf, readProgramKey } from './key-file.ts'

async function aDataDir(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'turnstone-key-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

test('a key is made once, kept where its owner alone reads it, and found again', async () => {
  const folder = await aDataDir()
  expect(await readProgramKey(folder)).toBeNull()
  const key = await programKeyOf(folder)
  expect(key).toHaveLength(32)
  expect(await programKeyOf(folder)).toEqual(key)
  expect(await readdir(join(folder, 'keys'))).toEqual(['program.key'])
  expect((await stat(join(folder, 'keys', 'program.key'))).mode & 0o777).toBe(0o600)
})

test('of many who make it at once, all have the same', async () => {
  const folder = await aDataDir()
  const keys = await Promise.all(Array.from({ length: 20 }, () => programKeyOf(folder)))
  expect(new Set(keys.map(key => key.toString('hex'))).size).toBe(1)
})

test('a damaged key is refused and left as it is: secrets are sealed with it', async () => {
  const folder = await aDataDir()
  await programKeyOf(folder)
  const file = join(folder, 'keys', 'program.key')
  await writeFile(file, 'half of it')
  await expect(programKeyOf(folder)).rejects.toMatchObject({ code: 'PROGRAM_KEY_DAMAGED' })
  expect(await readFile(file, 'utf8')).toBe('half of it')
})

test('a key that is there but cannot be read is not made anew', async () => {
  const folder = await aDataDir()
  // A folder in its place cannot be read as a file by anybody, root among them.
  await mkdir(join(folder, 'keys', 'program.key'), { recursive: true })
  await chmod(join(folder, 'keys'), 0o700)
  await expect(programKeyOf(folder)).rejects.toMatchObject({ code: 'KEY_UNREADABLE' })
})
