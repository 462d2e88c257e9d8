import { thePublic } from '../platform/access/actor.ts'
import type { Connection } from '../platform/config/connection.ts'
import { openDoor } from '../platform/db/door.ts'
import { programUnknown, readProgramKey } from '../platform/sessions/key-file.ts'
import { keyId, type ProgramKey } from '../platform/sessions/program-key.ts'
import { knowsProgram } from '../platform/sessions/queries.ts'

/**
 * The key of this DATA_DIR, once the database has said that it knows it.
 * @throws Refusal `PROGRAM_UNKNOWN`, since nobody could sign in.
 */
export async function knownProgram(dataDir: string, app: Connection): Promise<ProgramKey> {
  const key = await readProgramKey(dataDir)
  if (key === null) throw programUnknown(dataDir)
  const door = openDoor(app, { size: 1 })
  try {
    const known = await door.reading(thePublic, tx => knowsProgram(tx, keyId(key)))
    if (!known) throw programUnknown(dataDir)
    return key
  } finally {
    await door.close()
  }
}
