import type { Connection } from '../platform/config/connection.ts'
import { openMaintenance } from '../platform/db/maintenance.ts'
import type { Writer } from '../platform/db/door.ts'
import type { Today } from './days.ts'
import { demoOnReal } from './deployment.ts'
import { planDemonstration } from './plan.ts'
import { askForPurposes, deploymentFound, makeAlone, markAsDemonstration } from './queries.ts'
import { writePlan } from './write.ts'

/** `made` now, or `found` because it was there. */
export type Outcome = 'made' | 'found'

interface Making {
  seed: string
  /** All days of the demonstration are told from this one. */
  today: Today
  progress?: (fraction: number) => void
}

/**
 * Makes the demonstration in one transaction, whole or not at all; does nothing where it is already. Of
 * two that begin at once, one waits and then finds it made.
 * @throws Refusal `DEMO_ON_REAL` where somebody real has an account.
 */
export async function makeDemonstration(owner: Connection, making: Making): Promise<Outcome> {
  const maintenance = openMaintenance(owner)
  try {
    return await maintenance.demonstrating(tx => makeIn(tx, making))
  } finally {
    await maintenance.close()
  }
}

async function makeIn(tx: Writer, { progress = () => undefined, ...of }: Making): Promise<Outcome> {
  await makeAlone(tx)
  const found = await deploymentFound(tx)
  if (found === 'real') throw demoOnReal()
  if (found === 'demo') return 'found'
  await writePlan(tx, planDemonstration(of), progress)
  await askForPurposes(tx)
  await markAsDemonstration(tx)
  return 'made'
}
