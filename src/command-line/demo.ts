import { checkRemaking } from '../demonstration/deployment.ts'
import { makeDemonstration } from '../demonstration/make.ts'
import { demonstrationSeed } from '../demonstration/personas.ts'
import { readSettings, type Settings } from '../platform/config/settings.ts'
import { remakeDatabase } from '../platform/db/embedded/remake.ts'
import { Refusal } from '../platform/log/refusal.ts'
import { alreadyRunning } from './already-running.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import type { Command, Surroundings } from './command.ts'
import { startDatabase, takeDataDir } from './open-database.ts'
import { setLogAside } from './set-log-aside.ts'
import { openSteps } from './steps.ts'

export const demo: Command = {
  name: 'demo',
  summary: 'make the demonstration afresh, where nothing is real',
  help: `turnstone demo

Throws the embedded database of DATA_DIR away and makes the invented partnership of Ardenshire anew,
with all days counted from today: docs/demonstration.md says who is who. Key and copies of the former
audit log are renamed and stay. Refuses where anybody real has an account, in real mode, on a served
database, and while Turnstone runs on the same DATA_DIR.`,
  run: makeAfresh,
}

async function makeAfresh({ terminal, clock }: Surroundings): Promise<0> {
  const settings = readSettings()
  refuseElsewhere(settings)
  const steps = openSteps(terminal, clock)
  const undo = new AsyncDisposableStack()
  try {
    const opening = { settings, clock, steps, undo }
    const place = await takeDataDir(opening)
    if (place === null) throw await alreadyRunning(settings.dataDir)
    const { roles } = await startDatabase(opening, place)
    await checkRemaking(roles.owner)
    await setLogAside(settings, clock.now())
    const emptying = { doing: 'Emptying the database', done: 'Database emptied' }
    await steps(emptying, () => remakeDatabase(roles))
    await bringUpToDate(roles.owner, settings.dataDir, steps)
    const making = { doing: 'Making the demonstration', done: 'Demonstration made' }
    const of = { seed: demonstrationSeed, today: clock.today() }
    await steps(making, progress => makeDemonstration(roles.owner, { ...of, progress }))
  } finally {
    await undo.disposeAsync()
  }
  return 0
}

function refuseElsewhere({ mode, database }: Settings): void {
  if (mode === 'demo' && database.is === 'embedded') return
  throw new Refusal(
    'DEMO_NOT_HERE',
    'The demonstration is made on the embedded database and in demo mode only. Run this command without DATABASE_URL and without TURNSTONE_MODE=real, with DATA_DIR set to a folder of its own. Nothing was changed.',
  )
}
