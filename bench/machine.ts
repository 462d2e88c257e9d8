/** The machine that the figures hold for. */
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os'

export interface Machine {
  readonly cpu: string
  readonly cores: number
  readonly memoryGib: number
  readonly system: string
  readonly node: string
  /** Null where no figure needed a database. */
  readonly postgres: string | null
  /** Processes that wanted to run in the last minute, before the first figure and after the last. */
  readonly load: readonly [before: number, after: number]
}

/** Takes the load now, and the rest when the figures are done. */
export function observeMachine(): (postgres: string | null) => Machine {
  const [before = NaN] = loadavg()
  return postgres => {
    const [after = NaN] = loadavg()
    return {
      cpu: cpus()[0]?.model.trim() ?? 'unknown',
      cores: availableParallelism(),
      memoryGib: Math.round(totalmem() / 2 ** 30),
      system: `${type()} ${release()}`,
      node: process.versions.node,
      postgres,
      load: [before, after],
    }
  }
}

export const machineInWords = (machine: Machine): string =>
  [
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGib} GiB`,
    machine.system,
    `Node ${machine.node}`,
    ...(machine.postgres === null ? [] : [`PostgreSQL ${machine.postgres}`]),
    `load ${machine.load.map(load => load.toFixed(1)).join(' to ')}`,
  ].join('; ')
