import { randomBytes } from 'node:crypto'
import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '../log/refusal.ts'
import type { ProgramKey } from './program-key.ts'

/** The program's key of this DATA_DIR; null when there is none yet. */
export async function readProgramKey(dataDir: string): Promise<ProgramKey | null> {
  const key = await readFile(keyFile(dataDir)).catch(() => null)
  if (key === null) return null
  if (key.length !== 32) throw damaged(dataDir)
  return key as ProgramKey
}

/** The key of this DATA_DIR, made now when there is none, and on the disk before it is used. */
export async function programKeyOf(dataDir: string): Promise<ProgramKey> {
  return (await readProgramKey(dataDir)) ?? makeProgramKey(dataDir)
}

async function makeProgramKey(dataDir: string): Promise<ProgramKey> {
  const key = randomBytes(32) as ProgramKey
  const folder = join(dataDir, 'keys')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  const unfinished = `${keyFile(dataDir)}.new`
  const file = await open(unfinished, 'w', 0o600)
  await file.writeFile(key)
  await file.sync()
  await file.close()
  await rename(unfinished, keyFile(dataDir))
  return key
}

/** The sentence for a program that the database does not know. */
export const programUnknown = (dataDir: string): Refusal =>
  new Refusal(
    'PROGRAM_UNKNOWN',
    `The database does not know the key of this machine (${keyFile(dataDir)}), so nobody could sign in. Run "npm run turnstone -- migrate" here, with the same DATA_DIR and with DATABASE_OWNER_URL, which makes it known.`,
  )

const damaged = (dataDir: string): Refusal =>
  new Refusal(
    'PROGRAM_KEY_DAMAGED',
    `${keyFile(dataDir)} is damaged. Put it back from your backup, or remove it and run "npm run turnstone -- migrate", which makes another. Nothing was changed.`,
  )

const keyFile = (dataDir: string): string => join(dataDir, 'keys', 'program.key')
