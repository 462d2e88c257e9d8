import type { FastifyInstance } from 'fastify'
import { createServer, jobsOf } from '../app.ts'
import { demonstrationPersonas } from '../demonstration-personas.ts'
import { openAudit } from '../platform/audit/open-audit.ts'
import type { Connection } from '../platform/config/connection.ts'
import { readIdentityProvider } from '../platform/config/identity-provider.ts'
import { openDoor } from '../platform/db/door.ts'
import { recur } from '../platform/jobs/recurring.ts'
import type { Log } from '../platform/log/log.ts'
import type { ProgramKey } from '../platform/sessions/program-key.ts'
import { addressOf, portRefusal } from './listen.ts'
import type { Opening } from './open-database.ts'
import type { StopSignals } from './stop-signals.ts'
import { within } from './within.ts'

/** How long requests at work may take to finish when the program is stopped. */
const finishing = 10_000

interface Pages extends Opening {
  signals: StopSignals
  log: Log
  key: ProgramKey
}

/** Begins to number the audit log and to serve pages, until what `undo` holds is undone. */
export async function openPages(
  { settings, clock, log, undo, signals, key }: Pages,
  app: Connection,
): Promise<{ address: string; port: number }> {
  const { dataDir, publicAddress, trustedProxies } = settings
  const provider = readIdentityProvider()
  const audit = await openAudit({ at: app, key, dataDir, ...settings.audit, log, clock })
  undo.defer(() => audit.stop())
  const door = openDoor(app, { size: settings.pool })
  undo.defer(() => within(finishing, signals.hurried, door.close()).then(() => undefined))
  const jobs = recur(jobsOf({ door, key }), log)
  undo.defer(() => jobs.stop())
  const personas = settings.mode === 'demo' ? demonstrationPersonas : []
  const account = { key, publicAddress, personas, provider }
  const pages = await createServer({ door, ...account, trustedProxies, clock, log, audit })
  undo.defer(() => closePages(pages, signals.hurried))
  await pages
    .listen({ host: settings.host, port: settings.port, backlog: 4095 })
    .catch((error: unknown) => {
      throw portRefusal(error, settings.host, settings.port)
    })
  const bound = pages.server.address()
  const port = typeof bound === 'object' && bound !== null ? bound.port : settings.port
  return { address: addressOf(settings.host, port), port }
}

/**
 * Takes no more requests and lets those at work finish. A connection whose answer is out would stay
 * open for the next request of the same browser, so idle ones are closed again and again.
 */
async function closePages(pages: FastifyInstance, hurried: Promise<void>): Promise<void> {
  const sweep = setInterval(() => pages.server.closeIdleConnections(), 50)
  await within(finishing, hurried, pages.close())
  clearInterval(sweep)
  pages.server.closeAllConnections()
}
