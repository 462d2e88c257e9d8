import type { Connection } from '../platform/config/connection.ts'
import { openDoor } from '../platform/db/door.ts'
import { openMaintenance } from '../platform/db/maintenance.ts'
import { Refusal } from '../platform/log/refusal.ts'
import { deploymentFound, deploymentOfAnyAge } from './queries.ts'

/**
 * Looks, after the migrations and before anything is served, whether this database may be served in this
 * mode. Works as either role of ours, so also on a served database.
 * @throws Refusal `DEMO_ON_REAL` or `REAL_ON_DEMO`.
 */
export async function checkDeployment(at: Connection, mode: 'demo' | 'real'): Promise<void> {
  const door = openDoor(at, { size: 1 })
  try {
    const found = await door.writing({ is: 'public' }, deploymentFound)
    if (mode === 'demo' && found === 'real') throw demoOnReal()
    if (mode === 'real' && found === 'demo') throw realOnDemo()
  } finally {
    await door.close()
  }
}

/**
 * Looks whether this database, of whatever version, may be thrown away for a new demonstration.
 * @throws Refusal `DEMO_ON_REAL` where somebody real has, or may have, an account.
 */
export async function checkRemaking(owner: Connection): Promise<void> {
  const maintenance = openMaintenance(owner)
  try {
    const found = await maintenance.demonstrating(deploymentOfAnyAge)
    if (found === 'real') throw demoOnReal()
  } finally {
    await maintenance.close()
  }
}

export const demoOnReal = (): Refusal =>
  new Refusal(
    'DEMO_ON_REAL',
    'This database holds accounts that no demonstration made, so invented people may not be put beside them. Start with TURNSTONE_MODE=real, or set DATA_DIR to another folder for a demonstration. Nothing was changed.',
  )

const realOnDemo = (): Refusal =>
  new Refusal(
    'REAL_ON_DEMO',
    'This database holds the demonstration, whose people are invented. Start without TURNSTONE_MODE=real to show it, or set DATA_DIR to another folder (or DATABASE_URL to another database) for real work. Nothing was changed.',
  )
