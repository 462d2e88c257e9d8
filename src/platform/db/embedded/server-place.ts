import type { Clock } from '../../clock/clock.ts'
import type { Binaries } from './binaries.ts'
import type { SystemUser } from './processes.ts'

/** Where a server runs, as whom, and with what. */
export interface ServerPlace {
  dataFolder: string
  logFile: string
  binaries: Binaries
  user: SystemUser | null
  clock: Clock
  /** For tests only: a folder that goes when the server goes; nothing waits for the disk. */
  disposable?: string
}
