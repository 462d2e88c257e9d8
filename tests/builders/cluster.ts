import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../src/platform/clock/clock.ts'
import { parseConnection, type Connection } from '../../src/platform/config/connection.ts'
import type { Writer } from '../../src/platform/db/door.ts'
import { serverBinaries } from '../../src/platform/db/embedded/binaries.ts'
import { makeCluster, newPassword } from '../../src/platform/db/embedded/cluster.ts'
import { startServer } from '../../src/platform/db/embedded/server.ts'
import { databaseUser } from '../../src/platform/db/embedded/system-user.ts'
import { openMaintenance } from '../../src/platform/db/maintenance.ts'
import {
  appRole,
  makeRolesAndDatabase,
  ownerRole,
  withClient,
} from '../../src/platform/db/roles.ts'

/** The PostgreSQL of one test run, with a migrated and loaded template database. */
export interface TestCluster {
  /** A fresh copy of the template: owner and application role. */
  clone(): Promise<Clone>
  drop(database: string): Promise<void>
  stop(): Promise<void>
}

export interface Clone {
  database: string
  superuser: Connection
  owner: Connection
  app: Connection
}

/**
 * Starts the embedded PostgreSQL, or uses the cluster that a superuser's address names, and makes
 * the template: migrated, then filled by `load`.
 */
export async function startTestCluster(
  servedUrl: string | undefined,
  load: (tx: Writer) => Promise<void> = () => Promise.resolve(),
): Promise<TestCluster> {
  const running = servedUrl === undefined ? await startServerForTests() : served(servedUrl)
  const template = `turnstone_test_${process.pid}`
  // A served cluster may be used by two runs at once, whose roles are the same.
  const passwords =
    servedUrl === undefined ? { owner: newPassword(), app: newPassword() } : servedRoles
  const clone = (database: string): Clone => ({
    database,
    superuser: { ...running.superuser, database },
    owner: { ...running.superuser, database, user: ownerRole, password: passwords.owner },
    app: { ...running.superuser, database, user: appRole, password: passwords.app },
  })
  try {
    await makeRolesAndDatabase(running.superuser, template, passwords)
    await fill(clone(template).owner, load)
  } catch (error) {
    await running.stop()
    throw error
  }
  const drop = (database: string) =>
    asSuperuser(running.superuser, `drop database if exists "${database}" with (force)`)
  return {
    clone: async () => {
      const database = `${template}_${randomUUID().slice(0, 8)}`
      await asSuperuser(
        running.superuser,
        `create database "${database}" template "${template}" owner ${ownerRole};`,
        `revoke all on database "${database}" from public;
         grant connect on database "${database}" to ${appRole}`,
      )
      return clone(database)
    },
    drop,
    stop: async () => {
      if (servedUrl !== undefined) await drop(template)
      await running.stop()
    },
  }
}

const servedRoles = { owner: 'turnstone-test', app: 'turnstone-test' }

/** A PostgreSQL with nothing in it, and its superuser. */
export interface Running {
  superuser: Connection
  stop(): Promise<void>
}

const served = (url: string): Running => ({
  superuser: parseConnection(url, 'TEST_DATABASE_URL'),
  stop: () => Promise.resolve(),
})

/** Starts the embedded PostgreSQL in a folder that goes with it; nothing in it waits for the disk. */
export async function startServerForTests(): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'turnstone-tests-'))
  await chmod(folder, 0o711)
  const dataFolder = join(folder, 'db')
  const user = await databaseUser(dataFolder)
  const binaries = await serverBinaries(user, join(folder, 'server'))
  const password = newPassword()
  await makeCluster(dataFolder, binaries, user, { password, sync: false })
  const logFile = join(folder, 'db.log')
  const clock = systemClock
  const server = await startServer({
    dataFolder,
    logFile,
    binaries,
    user,
    clock,
    disposable: folder,
  })
  return {
    superuser: {
      host: '127.0.0.1',
      port: server.port,
      database: 'postgres',
      user: 'postgres',
      password,
      tls: false,
    },
    stop: () => server.stop(),
  }
}

async function fill(owner: Connection, load: (tx: Writer) => Promise<void>): Promise<void> {
  const maintenance = openMaintenance(owner)
  try {
    await maintenance.migrate()
    await maintenance.loading(load)
  } finally {
    await maintenance.close()
  }
}

async function asSuperuser(superuser: Connection, ...statements: string[]): Promise<void> {
  await withClient(superuser, async client => {
    for (const statement of statements) await client.query(statement)
  })
}
