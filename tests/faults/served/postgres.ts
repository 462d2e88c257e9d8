import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { connectionUrl, type Connection } from '../../../src/platform/config/connection.ts'
import { newPassword } from '../../../src/platform/db/embedded/cluster.ts'
import {
  appRole,
  makeRolesAndDatabase,
  ownerRole,
  withClient,
} from '../../../src/platform/db/roles.ts'
import { freePort } from '../../builders/free-port.ts'
import { runProgram, until, type Way } from '../program.ts'
import type { Place } from './place.ts'

/** A PostgreSQL of a test's own, like one that somebody serves: it waits for the disk and outlives the program. */
export interface Postgres {
  superuser: Connection
  owner: Connection
  app: Connection
  /** Starts it, also again after its end; `answers` tells when it takes connections. */
  start(): Promise<void>
  answers(): Promise<void>
  /** Its process; null when it does not run. */
  pid(): number | null
  stop(signal?: NodeJS.Signals): Promise<void>
  /** What it has written about its own life. */
  log(): Promise<string>
}

interface Wishes {
  /** Of its folder below `data`. */
  name?: string
  port?: number
  settings?: Readonly<Record<string, string | number>>
}

/** A new server, with the roles and an empty database. */
export async function aPostgres(place: Place, wishes: Wishes = {}): Promise<Postgres> {
  const passwords = { superuser: newPassword(), owner: newPassword(), app: newPassword() }
  await initialised(place, passwords.superuser)
  const server = await serverIn(place, passwords, wishes)
  await server.start()
  await server.answers()
  await makeRolesAndDatabase(server.superuser, server.app.database, passwords)
  return server
}

export type Passwords = Readonly<Record<'superuser' | 'owner' | 'app', string>>

/** A server over a folder that is there already. */
export async function serverIn(
  place: Place,
  passwords: Passwords,
  { name = 'db', port, settings = {} }: Wishes,
): Promise<Postgres> {
  const as = (user: string, password: string, database = 'turnstone'): Connection => ({
    ...{ host: '127.0.0.1', port: at, tls: false as const },
    ...{ database, user, password },
  })
  const at = port ?? (await freePort())
  const superuser = as('postgres', passwords.superuser, 'postgres')
  const logFile = join(place.folder, `${name}.log`)
  const running: { child: ChildProcess | null } = { child: null }
  const words = Object.entries({
    listen_addresses: '127.0.0.1',
    port: at,
    unix_socket_directories: '',
    ...settings,
  }).flatMap(([key, value]) => ['-c', `${key}=${value}`])
  const stop = async (signal: NodeJS.Signals = 'SIGQUIT') => {
    const { child } = running
    if (child === null) return
    child.kill(signal)
    await until(() => running.child === null)
  }
  onTestFinished(() => stop())
  return {
    superuser,
    owner: as(ownerRole, passwords.owner),
    app: as(appRole, passwords.app),
    start: async () => {
      const log = await open(logFile, 'a')
      const command = [place.binaries.postgres, '-D', join(place.folder, 'data', name), ...words]
      const child = place.launch(command, log.fd)
      await log.close()
      running.child = child
      child.once('exit', () => (running.child = null))
    },
    answers: () =>
      until(() =>
        withClient(superuser, client => client.query('select 1')).then(
          () => true,
          () => false,
        ),
      ),
    pid: () => running.child?.pid ?? null,
    stop,
    log: () => readFile(logFile, 'utf8').catch(() => ''),
  }
}

/** Segments of the write-ahead log have 1 MB, so that a small disk holds many. */
async function initialised({ binaries, folder, launch }: Place, password: string): Promise<void> {
  const making = launch(
    [
      ...['sh', '-c', `umask 077; printf %s "$1" > "$2"; shift 2; exec "$@"`, 'sh', password],
      ...[join(folder, 'data', 'password'), binaries.initdb],
      ...['-D', join(folder, 'data', 'db'), '--waldir', join(folder, 'wal', 'db')],
      ...['--pwfile', join(folder, 'data', 'password'), '--username=postgres'],
      ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--wal-segsize=1'],
    ],
    'ignore',
  )
  const [code] = (await once(making, 'exit')) as [number | null]
  if (code !== 0) throw new Error('the database could not be made')
}

/** What the program needs to serve from it. */
export const served = ({ app }: Postgres) => ({ DATABASE_URL: connectionUrl(app) })

/** The same for commands of its owner. */
export const ownedBy = (server: Postgres) => ({
  ...served(server),
  DATABASE_OWNER_URL: connectionUrl(server.owner),
})

/** Migrates it and loads the reference data, as whoever runs it does; `dataDir` then holds the program's key. */
export async function migrate(server: Postgres, dataDir: string): Promise<void> {
  const words = ['migrate']
  const { code, err } = await runProgram({ dataDir, env: ownedBy(server), words })
  if (code !== 0) throw new Error(`not migrated: ${err}`)
}

/** The audit log is whole, as its own command says. */
export async function expectWholeLog(way: Way): Promise<void> {
  const { code, out, err } = await runProgram({ ...way, words: ['audit', 'verify'] })
  expect({ code, err, out }).toMatchObject({ code: 0, err: '' })
}
