/** CPU time: of work inside this process, and of whole trees of other processes (Linux). */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** CPU milliseconds of one call of `work`, taken over `times` calls: user and system, all threads. */
export async function cpuOf(times: number, work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  for (let call = 0; call < times; call += 1) await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / times
}

/** True where `/proc` tells the CPU time of other processes. */
export const canMeasureTrees = process.platform === 'linux'

/**
 * CPU milliseconds that these processes and everything below them have used so far, in steps of 10.
 * Children that have ended count too, once their parent has waited for them.
 */
export function treeCpu(...roots: number[]): number {
  const processes = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(pid => statOf(Number(pid)))
  const belowOf = Map.groupBy(processes, ({ parent }) => parent)
  const own = processes.filter(({ pid }) => roots.includes(pid))
  const ticks = (of: readonly Stat[]): number =>
    of.reduce((sum, { pid, used }) => sum + used + ticks(belowOf.get(pid) ?? []), 0)
  return (ticks(own) * 1000) / ticksASecond
}

interface Stat {
  readonly pid: number
  readonly parent: number
  /** Clock ticks of its own and of its children that have ended. */
  readonly used: number
}

/** proc_pid_stat(5): after the name in brackets come the state, the parent and, from 14 on, the times. */
function statOf(pid: number): Stat[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const times = fields.slice(11, 15).map(Number)
    return [{ pid, parent: Number(fields[1]), used: times.reduce((sum, time) => sum + time, 0) }]
  } catch {
    // It ended while we were reading.
    return []
  }
}

const ticksASecond = canMeasureTrees
  ? Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))
  : NaN
