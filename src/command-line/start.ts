import { checkDeployment } from '../demonstration/deployment.ts'
import { makeDemonstration } from '../demonstration/make.ts'
import { demonstrationSeed } from '../demonstration/personas.ts'
import { readSettings } from '../platform/config/settings.ts'
import { isInTheClear, type Connection } from '../platform/config/connection.ts'
import { writeRun } from '../platform/db/embedded/run-file.ts'
import type { Server } from '../platform/db/embedded/server.ts'
import { migrationFiles } from '../platform/db/migrations.ts'
import { checkServing } from '../platform/db/serving-check.ts'
import type { Log } from '../platform/log/log.ts'
import { alreadyRunning } from './already-running.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import type { Command, Surroundings } from './command.ts'
import { failureSentence } from './failure.ts'
import { knownProgram } from './known-program.ts'
import { requireFreePort } from './listen.ts'
import { openPages } from './open-pages.ts'
import { runOf, startDatabase, takeDataDir, type Opening, type Place } from './open-database.ts'
import { nextCrash, processLog } from './process-log.ts'
import { openSteps } from './steps.ts'
import { stopSignals, type StopSignals } from './stop-signals.ts'
import type { Terminal } from './terminal.ts'
import { endOfServing } from './end-of-serving.ts'

export const start: Command = {
  name: 'start',
  summary: 'start Turnstone and serve its pages until Ctrl-C',
  help: `turnstone start

Starts the database in DATA_DIR (or uses the served one of DATABASE_URL), brings it up to date,
loads the reference data and serves the pages. Ctrl-C or SIGTERM finishes the requests at work,
stops the database and ends with exit code 0; a second Ctrl-C does not wait for the requests.

Settings, from the environment:
  PORT            port of the pages (3000); 0 takes any free one
  HOST            address of this machine to listen on (127.0.0.1)
  DATA_DIR        folder of the embedded database (.turnstone; for root /var/lib/turnstone)
  DATABASE_URL    a served PostgreSQL 15 or newer instead of the embedded one
  DATABASE_POOL   most connections to the database at once (10)
  TURNSTONE_MODE  demo or real (demo on the embedded database, real on a served one)
  AUDIT_COPY      folder for copies of the audit log's checkpoints (audit in DATA_DIR)
  AUDIT_NAME      first part of the names of audit logs that begin here (turnstone.local)`,
  run: startAndServe,
}

/** What the start has and hands on. */
interface Starting extends Opening {
  terminal: Terminal
  signals: StopSignals
  log: Log
}

async function startAndServe({ terminal, clock }: Surroundings): Promise<0> {
  const settings = readSettings()
  const signals = stopSignals(clock)
  const crash = nextCrash()
  const undo = new AsyncDisposableStack()
  const steps = openSteps(terminal, clock)
  const making = { done: Promise.resolve() }
  try {
    const starting = { terminal, settings, clock, steps, undo, signals, log: processLog(clock) }
    const { address, owner, server } = await serve(starting)
    terminal.line(`Turnstone is ready: ${address}`)
    making.done = demonstrate(starting, owner)
    await endOfServing({ signals, crash, server, log: starting.log, dataDir: settings.dataDir })
    terminal.line('Turnstone is stopping')
  } catch (error) {
    // Ctrl-C reaches a program that we wait for too, whose failure is then no failure of ours.
    if (!signals.wasAsked()) throw error
  } finally {
    await making.done
    await undo.disposeAsync()
    crash.release()
    signals.release()
  }
  terminal.line('Turnstone has stopped')
  return 0
}

/** What is served, and from which database. */
interface Serving {
  address: string
  server: Server | null
  /** Of the embedded database; the owner of a served one is known to `migrate` alone. */
  owner: Connection | null
}

async function serve(starting: Starting): Promise<Serving> {
  const { settings, steps } = starting
  const { dataDir } = settings
  const place = await takeDataDir(starting)
  if (place === null) throw await alreadyRunning(dataDir)
  await requireFreePort(settings.host, settings.port)
  const { app, owner, server } = await openServing(starting, place)
  goOn(starting)
  await checkDeployment(app, settings.mode)
  const key = await knownProgram(dataDir, app)
  const at = await steps({ doing: 'Opening the pages', done: 'Pages opened' }, () =>
    openPages({ ...starting, key }, app),
  )
  await writeRun(dataDir, runOf(server, at))
  starting.log.info('STARTED', { port: at.port, pid: process.pid })
  return { address: at.address, owner, server }
}

/**
 * After the pages are open: the public ones work while the demonstration is being made, and go on working
 * where it cannot be made.
 */
async function demonstrate(
  { settings, steps, clock, terminal }: Starting,
  owner: Connection | null,
): Promise<void> {
  if (settings.mode !== 'demo' || owner === null) return
  const today = clock.today()
  const naming = {
    doing: 'Making the demonstration',
    done: (outcome: string) => `Demonstration ${outcome}`,
  }
  await steps(naming, progress =>
    makeDemonstration(owner, { seed: demonstrationSeed, today, progress }),
  ).catch((error: unknown) => terminal.problem(failureSentence(error)))
}

/** A database that is up to date and checked, and the connection that serves from it. */
async function openServing(
  starting: Starting,
  place: Place,
): Promise<{ app: Connection; owner: Connection | null; server: Server | null }> {
  const { database } = starting.settings
  const files = await migrationFiles()
  if (database.is === 'served') {
    const naming = { doing: 'Checking the database', done: 'Database checked' }
    await starting.steps(naming, () => checkServing(database.app, files))
    if (isInTheClear(database.app)) starting.terminal.problem(clearSentence(database.app))
    return { app: database.app, owner: null, server: null }
  }
  const { server, roles } = await startDatabase(starting, place)
  goOn(starting)
  await bringUpToDate(roles.owner, starting.settings.dataDir, starting.steps)
  await checkServing(roles.app, files)
  return { app: roles.app, owner: roles.owner, server }
}

const clearSentence = ({ host }: Connection): string =>
  `The connection to ${host} is not encrypted: others on the network can read it. Add sslmode=verify-full to DATABASE_URL.`

/** Between two steps: somebody may have asked to stop. */
function goOn({ signals }: Starting): void {
  if (signals.wasAsked()) throw new Error('asked to stop')
}
