import { join } from 'node:path'
import type { Server } from '../platform/db/embedded/server.ts'
import { Broken } from '../platform/log/broken.ts'
import type { Log } from '../platform/log/log.ts'
import { Refusal } from '../platform/log/refusal.ts'
import type { StopSignals } from './stop-signals.ts'

interface Serving {
  signals: StopSignals
  crash: { crashed: Promise<void> }
  server: Server | null
  log: Log
  dataDir: string
}

/** Waits until somebody asks to stop; throws when the program must end for another reason. */
export async function endOfServing(serving: Serving): Promise<void> {
  const { signals, crash, server, log, dataDir } = serving
  const never = new Promise<void>(() => undefined)
  const end = await Promise.race([
    signals.asked.then(() => 'asked'),
    crash.crashed.then(() => 'crashed'),
    (server?.ended ?? never).then(() => 'died'),
  ])
  if (end === 'asked') return
  if (end === 'crashed') {
    log.error('UNEXPECTED')
    throw new Broken('UNEXPECTED')
  }
  log.error('DATABASE_DIED')
  throw new Refusal(
    'DATABASE_DIED',
    `The database ended by itself; ${join(dataDir, 'db.log')} says why. What was saved is safe. Start Turnstone again.`,
  )
}
