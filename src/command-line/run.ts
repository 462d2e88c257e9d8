import { systemClock } from '../platform/clock/clock.ts'
import { version } from '../platform/config/version.ts'
import { admin } from './admin.ts'
import { audit } from './audit.ts'
import type { Command } from './command.ts'
import { db } from './db.ts'
import { demo } from './demo.ts'
import { failureSentence } from './failure.ts'
import { method } from './method.ts'
import { migrate } from './migrate.ts'
import { start } from './start.ts'
import { processTerminal, type Terminal } from './terminal.ts'

const commands: readonly Command[] = [start, migrate, demo, admin, audit, db, method]

/** Does what the command line says and answers the exit code: 0 when done, 1 for everything else. */
export async function run(words: readonly string[]): Promise<0 | 1> {
  const terminal = processTerminal()
  const [name, ...rest] = words
  if (name === '--version') return say(terminal, version)
  if (name === undefined || name === '--help' || name === 'help') return say(terminal, overview)
  const command = commands.find(known => known.name === name)
  if (command === undefined) {
    terminal.problem(`There is no command "${printable(name)}".\n\n${overview}`)
    return 1
  }
  if (rest.includes('--help')) return say(terminal, command.help)
  try {
    return await command.run({ terminal, clock: systemClock }, rest)
  } catch (error) {
    terminal.problem(failureSentence(error))
    return 1
  }
}

function say(terminal: Terminal, text: string): 0 {
  terminal.line(text)
  return 0
}

const overview = `Usage: npm run turnstone -- COMMAND

${commands.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}`).join('\n')}

  COMMAND --help says more about one; --version prints the version.`

/** A word of the command line, without what could move the cursor of a terminal. */
const printable = (word: string): string => word.replace(/[^\x20-\x7e]/g, '?').slice(0, 40)
