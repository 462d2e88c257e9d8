import { open, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { ChildProcess } from 'node:child_process'
import { Broken } from '../../log/broken.ts'
import { diskFull } from './data-dir.ts'
import { startGuard } from './guard.ts'
import { startApart } from './processes.ts'
import type { ServerPlace } from './server-place.ts'

/** A running PostgreSQL that is ours to stop. */
export interface Server {
  port: number
  pid: number
  /** Settles when the server has ended, whoever ended it. */
  ended: Promise<void>
  /** Ends sessions, writes a checkpoint and ends the server; may be called again. */
  stop(): Promise<void>
}

/** Starts the server on a free loopback port and waits until it takes connections. */
export async function startServer(place: ServerPlace, tries = 3): Promise<Server> {
  const port = await freePort()
  const child = await launch(place, port)
  const server = watch(child, port, place)
  const outcome = await Promise.race([
    ready(place, child),
    server.ended.then(() => 'ended' as const),
  ])
  if (outcome === 'ready') return server
  await server.stop()
  const log = await readFile(place.logFile, 'utf8').catch(() => '')
  // Somebody else may take the free port between our look and the server's.
  if (tries > 1 && /could not bind|could not create any TCP/i.test(log)) {
    return startServer(place, tries - 1)
  }
  if (/No space left on device/i.test(log)) throw diskFull(place.dataFolder)
  throw new Broken('DATABASE_DID_NOT_START', {}, new Error(log.slice(-2000)))
}

async function launch(place: ServerPlace, port: number): Promise<ChildProcess> {
  const log = await open(place.logFile, 'w', 0o600)
  try {
    const args = ['-D', place.dataFolder, ...serverSettings(port, place.disposable !== undefined)]
    return startApart(place.binaries.postgres, args, place.user, ['ignore', log.fd, log.fd])
  } finally {
    await log.close()
  }
}

/**
 * The server writes neither statements nor values into its log: only its own life, because a
 * refused value may be somebody's name.
 */
function serverSettings(port: number, disposable: boolean): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_parameter_max_length: 0,
    log_parameter_max_length_on_error: 0,
    ...(disposable ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

function watch(child: ChildProcess, port: number, place: ServerPlace): Server {
  const pid = child.pid ?? 0
  const guard = startGuard(pid, place)
  const ended = new Promise<void>(resolve => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  }).then(() => guard.dismiss())
  return { port, pid, ended, stop: () => stopServer(child, ended, place) }
}

async function stopServer(child: ChildProcess, ended: Promise<void>, place: ServerPlace) {
  child.kill('SIGINT')
  const slow = Symbol('slow')
  const outcome = await Promise.race([ended, wait(15_000, slow, { ref: false })])
  if (outcome === slow) {
    child.kill('SIGQUIT')
    await ended
  }
  if (place.disposable !== undefined) await rm(place.disposable, { recursive: true, force: true })
}

/** The server writes `ready` on the eighth line of its lock file; that is also how pg_ctl knows. */
async function ready(place: ServerPlace, child: ChildProcess): Promise<'ready' | 'late'> {
  const limit = place.clock.elapsed() + 60_000
  while (child.exitCode === null && child.signalCode === null && place.clock.elapsed() < limit) {
    const lines = (await readFile(join(place.dataFolder, 'postmaster.pid'), 'utf8').catch(() => ''))
      .split('\n')
      .map(line => line.trim())
    if (lines[0] === String(child.pid) && lines[7] === 'ready') return 'ready'
    await wait(10)
  }
  return 'late'
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
