import type { Clock } from '../../clock/clock.ts'
import type { Log } from '../../log/log.ts'

/** Milliseconds between two lines that say the same. */
const pause = 60_000

/** A log that says the same at most once a minute: what goes on for hours is no news each second. */
export function seldom(log: Log, clock: Clock): Log {
  const said = new Map<string, number>()
  const isNews = (code: string): boolean => {
    const before = said.get(code)
    const now = clock.elapsed()
    if (before !== undefined && now - before < pause) return false
    said.set(code, now)
    return true
  }
  return {
    info: (code, facts) => (isNews(code) ? log.info(code, facts) : undefined),
    warn: (code, facts) => (isNews(code) ? log.warn(code, facts) : undefined),
    error: (code, facts) => (isNews(code) ? log.error(code, facts) : undefined),
  }
}
