import type { Clock } from '../platform/clock/clock.ts'
import { openLog, type Log } from '../platform/log/log.ts'

/** The log of this process, on standard error: short lines at a terminal, JSON for anything else. */
export const processLog = (clock: Clock): Log =>
  openLog({
    clock,
    style: process.stderr.isTTY === true ? 'terminal' : 'json',
    write: line => process.stderr.write(line),
  })

/** Settles when something was thrown that nobody caught: the state is unknown, so the program must end. */
export function nextCrash(): { crashed: Promise<void>; release(): void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  const heard = () => resolve()
  process.on('uncaughtException', heard)
  return { crashed: promise, release: () => process.off('uncaughtException', heard) }
}
