import type { FastifyInstance } from 'fastify'
import { caseworkModule } from './modules/casework/index.ts'
import { inspectionModule } from './modules/inspection/index.ts'
import { peopleModule } from './modules/people/index.ts'
import { publicationModule } from './modules/publication/index.ts'
import type { Audit } from './platform/audit/open-audit.ts'
import type { Clock } from './platform/clock/clock.ts'
import { englishWorkingDays } from './english-working-days.ts'
import { inProgram } from './platform/config/program-root.ts'
import { version } from './platform/config/version.ts'
import type { Door } from './platform/db/door.ts'
import type { ReferenceLoader } from './platform/db/reference-loader.ts'
import type { Log } from './platform/log/log.ts'
import type { WebLimits } from './platform/web/limits.ts'
import type { Module } from './platform/web/module.ts'
import { createWebServer } from './platform/web/server.ts'

/** The system, read top to bottom. A module here may use those above it, as the map allows. */
const modules: readonly Module[] = [
  peopleModule(),
  caseworkModule(),
  inspectionModule({ addWorkingDays: englishWorkingDays() }),
  publicationModule(),
]

/** What `start` and `migrate` copy from `reference/` into the database, in this order. */
export const referenceLoaders: readonly ReferenceLoader[] = modules.flatMap(
  module => module.referenceLoaders,
)

/** Requests at work when many come in one moment after some rest; a crowd gets fewer (admission.ts). */
const admitted = 16

/** The web server on an open database, ready to listen or to be asked in a test. */
export const createServer = (parts: {
  door: Door
  clock: Clock
  log: Log
  audit?: Pick<Audit, 'state'>
  limits?: Partial<WebLimits>
}): Promise<FastifyInstance> =>
  createWebServer({
    ...parts,
    modules,
    version,
    admitted,
    assetsFolder: inProgram('dist', 'assets'),
  })
