import { join } from 'node:path'
import type { Clock } from '../../clock/clock.ts'
import type { Connection } from '../../config/connection.ts'
import { appRole, makeRolesAndDatabase, ownerRole } from '../roles.ts'
import { serverBinaries } from './binaries.ts'
import { clusterExists, makeCluster } from './cluster.ts'
import { folderRefusal, requireSpace } from './data-dir.ts'
import { keysMissing, makeKeys, readKeys, type DatabaseKeys } from './keys.ts'
import { stopLeftover } from './leftover.ts'
import type { ServerPlace } from './server-place.ts'
import { startServer, type Server } from './server.ts'
import type { SystemUser } from './processes.ts'

/** The roles of the embedded database, each with its address. */
export interface EmbeddedRoles {
  superuser: Connection
  owner: Connection
  app: Connection
}

/** A folder that `prepareDataDir` has looked at, and who runs the database in it. */
export interface Place {
  dataDir: string
  user: SystemUser | null
  clock: Clock
}

/** Tells what takes its time; runs the work and passes its result on. */
export type Step = <T>(name: 'make' | 'start', work: () => Promise<T>) => Promise<T>

/**
 * Starts the database in `DATA_DIR/db`, making it first if there is none, with its two roles and the
 * empty database `turnstone`. Call only while holding the folder's lock.
 */
export async function startEmbedded(
  { dataDir, user, clock }: Place,
  step: Step,
): Promise<{ server: Server; roles: EmbeddedRoles }> {
  try {
    const { place, keys } = await prepared({ dataDir, user, clock }, step)
    return await step('start', async () => {
      await stopLeftover(place.dataFolder, clock)
      const server = await startServer(place)
      return { server, roles: await rolesMade(server, keys) }
    })
  } catch (error) {
    throw folderRefusal(dataDir, error)
  }
}

/** Addresses of the roles of a database that another process has started. */
export async function rolesOfRunning(dataDir: string, port: number): Promise<EmbeddedRoles> {
  const keys = await readKeys(dataDir)
  if (keys === null) throw keysMissing(dataDir)
  return rolesAt(port, keys)
}

async function prepared(
  { dataDir, user, clock }: Place,
  step: Step,
): Promise<{ place: ServerPlace; keys: DatabaseKeys }> {
  const dataFolder = join(dataDir, 'db')
  const binaries = await serverBinaries(user, join(dataDir, 'server'))
  const place = { dataFolder, logFile: join(dataDir, 'db.log'), binaries, user, clock }
  const known = await readKeys(dataDir)
  if (await clusterExists(dataFolder, binaries)) {
    if (known === null) throw keysMissing(dataDir)
    return { place, keys: known }
  }
  await requireSpace(dataDir)
  const keys = known ?? (await makeKeys(dataDir))
  await step('make', () =>
    makeCluster(dataFolder, binaries, user, { password: keys.superuser, sync: true }),
  )
  return { place, keys }
}

async function rolesMade(server: Server, keys: DatabaseKeys): Promise<EmbeddedRoles> {
  const roles = rolesAt(server.port, keys)
  try {
    await makeRolesAndDatabase(roles.superuser, roles.app.database, keys)
    return roles
  } catch (error) {
    await server.stop()
    throw error
  }
}

function rolesAt(port: number, keys: DatabaseKeys): EmbeddedRoles {
  const at = { host: '127.0.0.1', port, tls: false } as const
  const database = 'turnstone'
  return {
    superuser: { ...at, database: 'postgres', user: 'postgres', password: keys.superuser },
    owner: { ...at, database, user: ownerRole, password: keys.owner },
    app: { ...at, database, user: appRole, password: keys.app },
  }
}
