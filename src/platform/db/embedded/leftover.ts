import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../../clock/clock.ts'
import { Broken } from '../../log/broken.ts'
import { isAlive, runToEnd } from './processes.ts'

/**
 * Stops a server that an earlier, killed start left running on this folder. A lock file whose process
 * id now belongs to some other program (ids are used again, quickly so in containers) is removed,
 * because PostgreSQL would take that program for a server. Call only while holding the folder's lock.
 */
export async function stopLeftover(dataFolder: string, clock: Clock): Promise<void> {
  const lockFile = join(dataFolder, 'postmaster.pid')
  const pid = Number((await readFile(lockFile, 'utf8').catch(() => '')).split('\n')[0])
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return
  if (!(await isServerOn(pid, dataFolder))) return rm(lockFile, { force: true })
  await ended(pid, 'SIGINT', clock, 20_000)
  if (isAlive(pid)) await ended(pid, 'SIGQUIT', clock, 10_000)
  if (isAlive(pid)) throw new Broken('LEFTOVER_SERVER', { pid })
}

async function ended(
  pid: number,
  signal: NodeJS.Signals,
  clock: Clock,
  milliseconds: number,
): Promise<void> {
  const limit = clock.elapsed() + milliseconds
  process.kill(pid, signal)
  while (isAlive(pid) && clock.elapsed() < limit) await wait(20)
}

/** The command line of our servers names their folder. */
async function isServerOn(pid: number, dataFolder: string): Promise<boolean> {
  const line =
    (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null)) ??
    (await runToEnd('ps', ['-p', String(pid), '-o', 'command='], null)).output
  return line.includes('postgres') && line.includes(dataFolder)
}
