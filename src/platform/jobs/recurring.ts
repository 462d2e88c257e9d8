import { setTimeout as wait } from 'node:timers/promises'
import { Broken } from '../log/broken.ts'
import { factsOf, type Log } from '../log/log.ts'

/** Work that comes back by itself while the program serves, whether anybody opens a page or not. */
export interface RecurringJob {
  /** Milliseconds from the end of one time to the next. */
  every: number
  /** Code of the log's line when it failed in a way that nobody foresaw. */
  code: Uppercase<string>
  /** Does what is due now. Several programs may do it at once, so that it must be harmless to do twice. */
  once: () => Promise<void>
}

/** Does each job at once and then again and again, until it is stopped. A time that failed is logged, and the next one comes. */
export function recur(jobs: readonly RecurringJob[], log: Log): { stop(): Promise<void> } {
  const stopped = new AbortController()
  const running = jobs.map(job => recurring(job, { log, stopped: stopped.signal }))
  return {
    stop: async () => {
      stopped.abort()
      await Promise.all(running)
    },
  }
}

async function recurring(
  { every, code, once }: RecurringJob,
  { log, stopped }: { log: Log; stopped: AbortSignal },
): Promise<void> {
  while (!stopped.aborted) {
    await once().catch((error: unknown) => {
      if (error instanceof Broken) log.error(error.code, factsOf(error.facts))
      else log.error(code)
    })
    await wait(every, undefined, { signal: stopped }).catch(() => undefined)
  }
}
