import type { FastifyInstance } from 'fastify'
import { accountModule, type Persona, type ProviderSettings } from './modules/account/index.ts'
import { adminModule } from './modules/admin/index.ts'
import { caseworkModule, overdueJob, unseenNotices } from './modules/casework/index.ts'
import { inspectionModule } from './modules/inspection/index.ts'
import { oversightModule } from './modules/oversight/index.ts'
import { peopleModule } from './modules/people/index.ts'
import { publicationModule } from './modules/publication/index.ts'
import type { Audit } from './platform/audit/open-audit.ts'
import type { Clock } from './platform/clock/clock.ts'
import { doingsOf } from './doings.ts'
import { englishWorkingDays } from './english-working-days.ts'
import { inProgram } from './platform/config/program-root.ts'
import { version } from './platform/config/version.ts'
import type { Door } from './platform/db/door.ts'
import type { ReferenceLoader } from './platform/db/reference-loader.ts'
import type { RecurringJob } from './platform/jobs/recurring.ts'
import type { Log } from './platform/log/log.ts'
import type { ProgramKey } from './platform/sessions/program-key.ts'
import type { WebLimits } from './platform/web/limits.ts'
import type { Module } from './platform/web/module.ts'
import { tablesOf } from './platform/web/decided.ts'
import { createWebServer } from './platform/web/server.ts'

/** For the command line, which knows modules by this file alone. */
export { invite, type Wish } from './modules/account/index.ts'

/** The system, read top to bottom. A module here may use those above it, as the map allows. */
const modulesOf = (parts: AppParts): Module[] => {
  const { door, key, publicAddress, personas, provider = null } = parts
  const words = parts.audit?.words ?? null
  const asksProof = personas.length === 0
  const casework = caseworkModule({ addWorkingDays, asksProof, words })
  const oversight = oversightModule({
    tables: () => tablesOf(modulesOf(parts)),
    words,
    asksProof,
  })
  const program = { door, key }
  const admin = adminModule({ program, origin: publicAddress, asksProof })
  const modules = [peopleModule(), casework, inspection, publicationModule(), oversight, admin]
  const mayDo = (roles: readonly string[]) => doingsOf(modules, roles)
  const account = { program, origin: publicAddress, provider, personas, mayDo }
  return [...modules, accountModule(account)]
}

const addWorkingDays = englishWorkingDays()

const inspection = inspectionModule({ addWorkingDays })

/** What `start` and `migrate` copy from `reference/` into the database, in this order. */
export const referenceLoaders: readonly ReferenceLoader[] = inspection.referenceLoaders

/** What the program does by itself while it serves. */
export const jobsOf = ({ door, key }: Pick<AppParts, 'door' | 'key'>): readonly RecurringJob[] => [
  overdueJob({ door, key }),
]

/** Requests at work when many come in one moment after some rest; a crowd gets fewer (admission.ts). */
const admitted = 16

/** The web server on an open database, ready to listen or to be asked in a test. */
export const createServer = (parts: AppParts): Promise<FastifyInstance> =>
  createWebServer({
    ...parts,
    modules: modulesOf(parts),
    version,
    admitted,
    inbox: { action: 'notice.read', unseen: unseenNotices },
    isDemonstration: parts.personas.length > 0,
    secure: parts.publicAddress?.startsWith('https:') ?? false,
    assetsFolder: inProgram('dist', 'assets'),
  })

export interface AppParts {
  door: Door
  /** By which the database knows this program. */
  key: ProgramKey
  /** Where people reach the program, such as `https://turnstone.ardenshire.example`; null on this machine. */
  publicAddress: string | null
  trustedProxies?: readonly string[]
  /** Whom a visitor of the demonstration may sign in as; nobody in real mode. */
  personas: readonly Persona[]
  /** By which people of an organisation sign in; null where there is none. */
  provider?: ProviderSettings | null
  clock: Clock
  log: Log
  audit?: Pick<Audit, 'state'> & Partial<Pick<Audit, 'words'>>
  limits?: Partial<WebLimits>
}
