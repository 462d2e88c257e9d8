import { readSettings } from '../platform/config/settings.ts'
import { asRefusal, checkOwner } from '../platform/db/serving-check.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import type { Command, Surroundings } from './command.ts'
import { openOwner } from './open-database.ts'
import { openSteps } from './steps.ts'

export const migrate: Command = {
  name: 'migrate',
  summary: 'bring the database up to date and load the reference data',
  help: `turnstone migrate

Applies the migrations that the database does not have yet, in one transaction, and loads the
reference files that changed. "start" does the same on the embedded database; a served database
(DATABASE_URL) needs this command with DATABASE_OWNER_URL set to the address of its owner.`,
  run: migrateNow,
}

async function migrateNow({ terminal, clock }: Surroundings): Promise<0> {
  const settings = readSettings()
  const steps = openSteps(terminal, clock)
  const undo = new AsyncDisposableStack()
  try {
    const owner = await openOwner({ settings, clock, steps, undo })
    await asRefusal(owner, 'DATABASE_OWNER_URL', async () => {
      await checkOwner(owner)
      await bringUpToDate(owner, settings.dataDir, steps)
    })
  } finally {
    await undo.disposeAsync()
  }
  return 0
}
