import { Refusal } from '../platform/log/refusal.ts'
import { carryOnLog } from './audit-carry-on.ts'
import { exportSubject } from './audit-export.ts'
import { printKeys } from './audit-key.ts'
import { renewKey } from './audit-renew-key.ts'
import { verifyExport } from './audit-verify-export.ts'
import { verify } from './audit-verify.ts'
import type { Command, Surroundings } from './command.ts'

export const audit: Command = {
  name: 'audit',
  summary: 'verify the log of who did what, export from it, print its keys',
  help: `turnstone audit verify [--from N] [--to N] [--checkpoint FILE]

Verifies the log of each force area against its signed checkpoints and against the copies of them
outside the database: says that it is whole, or exactly what is wrong. Entries that wait for their
place get it first. --from and --to (places, from 0) read the entries between the checkpoints around
them; --checkpoint FILE takes the notes in FILE as further copies. Exit code 0: whole; 1: not.

turnstone audit export --subject ID [--out FILE]

Every entry about a person, a case or a user, by its id, each with the proof that it stands in the
signed log: one JSON file, on standard output or as the new file FILE. The export is itself an entry.

turnstone audit verify-export FILE [--key KEY]

Checks such a file. Needs no database. KEY is a line that "audit key" printed and that you were given
by another way than the file. Exit code 0: every entry is what was recorded; 1: not.

turnstone audit key

Prints the public keys of the logs here, one a line. Give them to whoever is to check exports or
copies of checkpoints, and keep them where nobody who runs this machine can change them.

turnstone audit carry-on --area NAME

After a backup was restored: accepts that the log ends earlier than the copies outside say, and goes
on from there. Every verification from then on tells of the fork. docs/audit.md says more.

turnstone audit renew-key --area NAME [--earlier KEY]

After the key of a log was lost or seen by others: makes a new one and prints its public key. What the
earlier keys signed stays verifiable; a lost one is named by its public key, --earlier KEY.`,
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

const commands: ReadonlyMap<string, Run> = new Map<string, Run>([
  ['verify', verify],
  ['export', exportSubject],
  ['verify-export', verifyExport],
  ['key', printKeys],
  ['carry-on', carryOnLog],
  ['renew-key', renewKey],
])
