import { randomBytes } from 'node:crypto'
import { makeSecret, readSecret, secretPath } from '../config/secret-file.ts'
import { Refusal } from '../log/refusal.ts'
import type { ProgramKey } from './program-key.ts'

const name = 'program.key'

/**
 * The program's key of this DATA_DIR; null when there is none yet.
 * @throws Broken `KEY_UNREADABLE`, Refusal `PROGRAM_KEY_DAMAGED`: it is there, and another in its place would
 * lose the one-time codes that are sealed with it.
 */
export async function readProgramKey(dataDir: string): Promise<ProgramKey | null> {
  const text = await readSecret(dataDir, name)
  if (text === null) return null
  const key = Buffer.from(text.trim(), 'base64url')
  if (key.length !== 32) throw damaged(dataDir)
  return key as ProgramKey
}

/** The key of this DATA_DIR, made now when there is none. Of two that make it at once, one holds for both. */
export async function programKeyOf(dataDir: string): Promise<ProgramKey> {
  const there = await readProgramKey(dataDir)
  if (there !== null) return there
  await makeSecret(dataDir, name, `${randomBytes(32).toString('base64url')}\n`)
  return programKeyOf(dataDir)
}

/** The sentence for a program that the database does not know. */
export const programUnknown = (dataDir: string): Refusal =>
  new Refusal(
    'PROGRAM_UNKNOWN',
    `The database does not know the key of this machine (${secretPath(dataDir, name)}), so nobody could sign in. Run "npm run turnstone -- migrate" here, with the same DATA_DIR and with DATABASE_OWNER_URL, which makes it known.`,
  )

const damaged = (dataDir: string): Refusal =>
  new Refusal(
    'PROGRAM_KEY_DAMAGED',
    `${secretPath(dataDir, name)} is damaged. Put it back from your backup: the secrets of one-time codes are sealed with it. Without a backup, move it away and run "npm run turnstone -- migrate", which makes another; everybody who signs in by one-time codes must then be invited anew. Nothing was changed.`,
  )
