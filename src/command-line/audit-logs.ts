import { sinksOf, type AuditPlace } from '../platform/audit/open-audit.ts'
import { settle } from '../platform/audit/sequencer/settle.ts'
import type { Connection } from '../platform/config/connection.ts'
import { readSettings, type Settings } from '../platform/config/settings.ts'
import { openDoor, type Door } from '../platform/db/door.ts'
import { readKeys } from '../platform/db/embedded/keys.ts'
import { sqlState } from '../platform/db/database-error.ts'
import { asRefusal, checkOwner } from '../platform/db/serving-check.ts'
import { Refusal } from '../platform/log/refusal.ts'
import type { Surroundings } from './command.ts'
import { openOwner } from './open-database.ts'
import { openSteps } from './steps.ts'

/** The audit logs of this installation, with everything numbered that could be. */
export interface Logs {
  readonly owner: Connection
  readonly place: AuditPlace
  /** Codes of what kept entries from being numbered or copied. */
  readonly troubles: ReadonlySet<string>
}

/** Opens the database, or joins the one that runs, lets the sequencer catch up, and does `work`. */
export async function withLogs<T>(
  { terminal, clock }: Surroundings,
  work: (logs: Logs) => Promise<T>,
): Promise<T> {
  const settings = readSettings()
  await requireDatabase(settings)
  const place = { dataDir: settings.dataDir, ...settings.audit }
  const undo = new AsyncDisposableStack()
  try {
    // Answers alone go to standard output.
    const steps = openSteps({ ...terminal, line: terminal.problem }, clock)
    const owner = await openOwner({ settings, clock, steps, undo })
    return await asRefusal(owner, 'DATABASE_OWNER_URL', async () => {
      await checkOwner(owner)
      return work({ owner, place, troubles: await caughtUp(owner, place) })
    })
  } finally {
    await undo.disposeAsync()
  }
}

/** Starting would make one, whose log says nothing. */
async function requireDatabase({ database, dataDir }: Settings): Promise<void> {
  if (database.is === 'served' || (await readKeys(dataDir)) !== null) return
  throw new Refusal(
    'DATABASE_NOT_THERE',
    `There is no database in ${dataDir}. Set DATA_DIR to the folder of the Turnstone whose log you mean.`,
  )
}

/** Numbers what waits, and answers the codes of what stood in the way. */
export async function caughtUp(owner: Connection, place: AuditPlace): Promise<Set<string>> {
  const troubles = new Set<string>()
  const note = (code: string) => void troubles.add(code)
  const log = { info: note, warn: note, error: note }
  try {
    await asOwner(owner, door => settle({ door, keys: place, sinkOf: sinksOf(place), log }))
  } catch (error) {
    throw missing.has(sqlState(error) ?? '') ? notUpToDate() : error
  }
  return troubles
}

/** Opens a door for the owner, and closes it when the work is done. */
export async function asOwner<T>(owner: Connection, work: (door: Door) => Promise<T>): Promise<T> {
  const door = openDoor(owner, { size: 1 })
  try {
    return await work(door)
  } finally {
    await door.close()
  }
}

/** No such schema, table or function. */
const missing = new Set(['3F000', '42P01', '42883'])

const notUpToDate = (): Refusal =>
  new Refusal(
    'DATABASE_OLDER',
    'This database has no audit log yet. Run "npm run turnstone -- migrate", or start Turnstone once.',
  )
