import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Refusal } from '../../log/refusal.ts'
import { newPassword } from './cluster.ts'

/** The passwords of the embedded database, made by chance at the first start. */
export interface DatabaseKeys {
  superuser: string
  owner: string
  app: string
}

const form = z.object({ superuser: z.string(), owner: z.string(), app: z.string() })

/** The keys in `DATA_DIR/keys`, or null when there are none yet. */
export async function readKeys(dataDir: string): Promise<DatabaseKeys | null> {
  const text = await readFile(keysFile(dataDir), 'utf8').catch(() => null)
  if (text === null) return null
  const read = form.safeParse(jsonOf(text))
  if (!read.success) throw keysDamaged(dataDir)
  return read.data
}

/** Makes keys and has them on the disk before the database that they open exists. */
export async function makeKeys(dataDir: string): Promise<DatabaseKeys> {
  const keys = { superuser: newPassword(), owner: newPassword(), app: newPassword() }
  const folder = join(dataDir, 'keys')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  const unfinished = `${keysFile(dataDir)}.new`
  const file = await open(unfinished, 'w', 0o600)
  await file.writeFile(`${JSON.stringify(keys)}\n`)
  await file.sync()
  await file.close()
  await rename(unfinished, keysFile(dataDir))
  return keys
}

/** The sentence for a database whose keys are not there. */
export const keysMissing = (dataDir: string): Refusal =>
  new Refusal(
    'KEYS_MISSING',
    `There is a database in ${join(dataDir, 'db')}, but ${keysFile(dataDir)}, which opens it, is not there or cannot be read by this user. Put it back from your backup. Nothing was changed.`,
  )

const keysDamaged = (dataDir: string): Refusal =>
  new Refusal(
    'KEYS_DAMAGED',
    `${keysFile(dataDir)} is damaged. Put it back from your backup. Nothing was changed.`,
  )

const keysFile = (dataDir: string): string => join(dataDir, 'keys', 'database.json')

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
