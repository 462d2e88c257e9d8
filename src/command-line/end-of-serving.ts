import { join } from 'node:path'
import type { Server } from '../platform/db/embedded/server.ts'
import { Broken } from '../platform/log/broken.ts'
import type { Log } from '../platform/log/log.ts'
import { Refusal } from '../platform/log/refusal.ts'
import type { StopSignals } from './stop-signals.ts'

interface Serving {
  signals: StopSignals
  crash: { crashed: Promise<unknown> }
  server: Server | null
  log: Log
  dataDir: string
}

/** Waits until somebody asks to stop; throws when the program must end for another reason. */
export async function endOfServing(serving: Serving): Promise<void> {
  const { signals, crash, server, log, dataDir } = serving
  const never = new Promise<void>(() => undefined)
  const end = await Promise.race([
    signals.asked.then(() => ({ is: 'asked' }) as const),
    crash.crashed.then(error => ({ is: 'crashed', error }) as const),
    (server?.ended ?? never).then(() => ({ is: 'died' }) as const),
  ])
  if (end.is === 'asked') return
  if (end.is === 'crashed') {
    log.error('UNEXPECTED')
    throw new Broken('UNEXPECTED', placeOf(end.error))
  }
  log.error('DATABASE_DIED')
  throw new Refusal(
    'DATABASE_DIED',
    `The database ended by itself; ${join(dataDir, 'db.log')} says why. What was saved is safe. Start Turnstone again.`,
  )
}

/** Where it was thrown; not what it says, because that may quote what somebody wrote. */
function placeOf(error: unknown): { error: string; at: string } {
  if (!(error instanceof Error)) return { error: typeof error, at: 'unknown' }
  const at = /([^/\s(]+:\d+:\d+)\)?$/m.exec(error.stack?.replace(error.message, '') ?? '')?.[1]
  return { error: error.name, at: at ?? 'unknown' }
}
