import type { Clock } from '../platform/clock/clock.ts'
import { openLog, type Log } from '../platform/log/log.ts'

/** The log of this process, on standard error: short lines at a terminal, JSON for anything else. */
export const processLog = (clock: Clock): Log =>
  openLog({
    clock,
    style: process.stderr.isTTY === true ? 'terminal' : 'json',
    write: line => process.stderr.write(line),
  })

/** Settles with what was thrown when nobody caught it: the state is unknown, so the program must end. */
export function nextCrash(): { crashed: Promise<unknown>; release(): void } {
  const { promise, resolve } = Promise.withResolvers<unknown>()
  process.on('uncaughtException', resolve)
  return { crashed: promise, release: () => process.off('uncaughtException', resolve) }
}
