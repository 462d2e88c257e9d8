import { chmod, link, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Broken } from '../log/broken.ts'

/** The path of a file in the folder of keys. */
export const secretPath = (dataDir: string, name: string): string => join(dataDir, 'keys', name)

/**
 * The text of a file of keys, or null when there is none.
 * @throws Broken `KEY_UNREADABLE`: it is there, and a new one in its place would make two of it.
 */
export async function readSecret(dataDir: string, name: string): Promise<string | null> {
  try {
    return await readFile(secretPath(dataDir, name), 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw new Broken('KEY_UNREADABLE', {}, error)
  }
}

/**
 * Writes a new file that only its owner may read, and has it on the disk before it is used. Of two
 * processes that do so at once one finds the file there: false, and the other's holds.
 */
export async function makeSecret(dataDir: string, name: string, text: string): Promise<boolean> {
  const folder = join(dataDir, 'keys')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  const unfinished = join(folder, `${name}.${randomUUID()}`)
  try {
    await written(unfinished, text)
    await link(unfinished, join(folder, name))
    await synced(folder)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    await rm(unfinished, { force: true })
  }
}

/** Puts another text in the place of a file that is there, which stays beside it under another name. */
export async function replaceSecret(
  dataDir: string,
  name: string,
  { text, former }: { text: string; former: string },
): Promise<void> {
  const folder = join(dataDir, 'keys')
  const unfinished = join(folder, `${name}.${randomUUID()}`)
  await written(unfinished, text)
  await link(join(folder, name), join(folder, former))
  await rename(unfinished, join(folder, name))
  await synced(folder)
}

async function written(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function synced(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : null
