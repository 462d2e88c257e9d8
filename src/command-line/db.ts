import { readSettings } from '../platform/config/settings.ts'
import { connectionUrl } from '../platform/config/connection.ts'
import { Refusal } from '../platform/log/refusal.ts'
import type { Command, Surroundings } from './command.ts'
import { ownerOfRunning, startDatabase, takeDataDir } from './open-database.ts'
import { openSteps } from './steps.ts'
import { stopSignals } from './stop-signals.ts'

export const db: Command = {
  name: 'db',
  summary: 'print the address of the embedded database ("db url"), for psql and backups',
  help: `turnstone db url

Prints the address of the embedded database for its owner, password and all: for psql, pg_dump and
other tools on this machine. The address holds while Turnstone runs and changes with each start.
When Turnstone is not running and you are at a terminal, the database is started until Ctrl-C.`,
  run: async (surroundings, words) => {
    if (words.length === 1 && words[0] === 'url') return printUrl(surroundings)
    throw new Refusal('UNKNOWN_COMMAND', 'The only command of db is: turnstone db url')
  },
}

async function printUrl({ terminal, clock }: Surroundings): Promise<0> {
  const settings = readSettings()
  if (settings.database.is === 'served') {
    throw new Refusal(
      'DATABASE_SERVED',
      'DATABASE_URL names a served database, whose address you gave yourself. "db url" is for the embedded one.',
    )
  }
  // Only the address belongs on standard output, so that $(turnstone db url) holds nothing else.
  const quiet = { ...terminal, line: terminal.problem }
  const signals = stopSignals(clock)
  const undo = new AsyncDisposableStack()
  try {
    const opening = { settings, clock, steps: openSteps(quiet, clock), undo }
    const place = await takeDataDir(opening)
    if (place === null) {
      terminal.line(connectionUrl(await ownerOfRunning(settings.dataDir)))
    } else {
      if (!terminal.interactive) throw notRunning(settings.dataDir)
      terminal.line(connectionUrl((await startDatabase(opening, place)).roles.owner))
      terminal.problem('The database runs until you press Ctrl-C.')
      await signals.asked
    }
  } finally {
    await undo.disposeAsync()
    signals.release()
  }
  return 0
}

const notRunning = (dataDir: string): Refusal =>
  new Refusal(
    'NOT_RUNNING',
    `Turnstone is not running on ${dataDir}, so its database has no address. Start it first (npm start), or run this command at a terminal, where it starts the database until Ctrl-C.`,
  )
