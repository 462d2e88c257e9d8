import type { Clock } from '../platform/clock/clock.ts'
import type { Terminal } from './terminal.ts'

/** One word of the command line. */
export interface Command {
  name: string
  /** One line for the list of commands. */
  summary: string
  /** What `--help` prints. */
  help: string
  /** @returns the exit code: 0 when done, 1 when refused or failed. */
  run(surroundings: Surroundings, words: readonly string[]): Promise<0 | 1>
}

/** What a command stands in. */
export interface Surroundings {
  terminal: Terminal
  clock: Clock
}
