import { Refusal } from '../platform/log/refusal.ts'
import { verify } from './audit-verify.ts'
import type { Command, Surroundings } from './command.ts'

export const audit: Command = {
  name: 'audit',
  summary: 'verify the log of who did what, export from it, print its keys',
  help: `turnstone audit verify [--from N] [--to N] [--checkpoint FILE]

Verifies the log of each force area against its signed checkpoints and against the copies of them
outside the database: says that it is whole, or exactly what is wrong. Entries that wait for their
place get it first. --from and --to (places, from 0) read the entries between the checkpoints around
them; --checkpoint FILE takes the notes in FILE as further copies. Exit code 0: whole; 1: not.`,
  run: async (surroundings, [name = '', ...words]) => {
    const command = commands.get(name)
    if (command !== undefined) return command(surroundings, words)
    const names = [...commands.keys()].join(', ')
    throw new Refusal(
      'UNKNOWN_COMMAND',
      `The commands of audit are: ${names}. "audit --help" says more.`,
    )
  },
}

type Run = (surroundings: Surroundings, words: readonly string[]) => Promise<0 | 1>

const commands: ReadonlyMap<string, Run> = new Map([['verify', verify]])
