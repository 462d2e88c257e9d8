import { join } from 'node:path'
import type { Clock } from '../platform/clock/clock.ts'
import { readOwner, type Settings } from '../platform/config/settings.ts'
import type { Connection } from '../platform/config/connection.ts'
import { prepareDataDir } from '../platform/db/embedded/data-dir.ts'
import {
  rolesOfRunning,
  startEmbedded,
  type EmbeddedRoles,
} from '../platform/db/embedded/embedded-database.ts'
import { lockFolder } from '../platform/db/embedded/folder-lock.ts'
import { readRun, removeRun, writeRun, type Run } from '../platform/db/embedded/run-file.ts'
import type { Server } from '../platform/db/embedded/server.ts'
import { databaseUser } from '../platform/db/embedded/system-user.ts'
import { Refusal } from '../platform/log/refusal.ts'
import type { Steps } from './steps.ts'

/** What opening adds to: everything that must be undone, last first, when the command ends. */
export interface Opening {
  settings: Settings
  clock: Clock
  steps: Steps
  undo: AsyncDisposableStack
}

/** The database of this DATA_DIR, started by us and ours to stop. */
export interface OwnDatabase {
  roles: EmbeddedRoles
  server: Server
}

/**
 * Takes DATA_DIR for this process, or answers null when another Turnstone has it. Nothing else
 * keeps two databases from being started on the same files.
 */
export async function takeDataDir({ settings, undo }: Opening): Promise<Place | null> {
  const { dataDir, database } = settings
  const user = database.is === 'embedded' ? await databaseUser(join(dataDir, 'db')) : null
  await prepareDataDir(dataDir, user)
  const lock = lockFolder(dataDir)
  if (lock === null) return null
  undo.defer(() => {
    lock.release()
  })
  undo.defer(() => removeRun(dataDir))
  await writeRun(dataDir, runOf(null, null))
  return { dataDir, user }
}

export interface Place {
  dataDir: string
  user: Awaited<ReturnType<typeof databaseUser>>
}

/** Starts the embedded database and tells other commands where it is. */
export async function startDatabase(opening: Opening, place: Place): Promise<OwnDatabase> {
  const { clock, steps, undo } = opening
  const { server, roles } = await startEmbedded({ ...place, clock }, (name, work) =>
    steps(namings[name], work),
  )
  undo.defer(() => server.stop())
  await writeRun(place.dataDir, runOf(server, null))
  return { server, roles }
}

const namings = {
  make: { doing: 'Making the database', done: 'Database made' },
  start: { doing: 'Starting the database', done: 'Database started' },
}

/** What run.json says about this process. */
export const runOf = (
  server: Server | null,
  at: { address: string; port: number } | null,
): Run => ({
  pid: process.pid,
  address: at?.address ?? null,
  port: at?.port ?? null,
  database: server === null ? null : { port: server.port, pid: server.pid },
})

/**
 * The owner's connection, for commands: of the served database, of the embedded one that another
 * process runs, or of the embedded one that is started now.
 */
export async function openOwner(opening: Opening): Promise<Connection> {
  const { settings } = opening
  if (settings.database.is === 'served') return servedOwner()
  const place = await takeDataDir(opening)
  if (place !== null) return (await startDatabase(opening, place)).roles.owner
  return ownerOfRunning(settings.dataDir)
}

/** The owner's connection to the database that another process runs on this DATA_DIR. */
export async function ownerOfRunning(dataDir: string): Promise<Connection> {
  const run = await readRun(dataDir)
  if (run?.database) return (await rolesOfRunning(dataDir, run.database.port)).owner
  throw new Refusal(
    'STARTING',
    `Another Turnstone${run === null ? '' : ` (process ${run.pid})`} is just starting on ${dataDir}. Try again in a moment.`,
  )
}

function servedOwner(): Connection {
  const owner = readOwner()
  if (owner !== null) return owner
  throw new Refusal(
    'OWNER_URL_MISSING',
    'DATABASE_URL names a served database, which only its owner may change. Set DATABASE_OWNER_URL to the address of the role turnstone_owner for this one command (docs/operations.md shows how).',
  )
}
