import type { Reader } from '../../../platform/db/door.ts'
import { glassToReview, type Glass } from '../../casework/index.ts'
import { openedThrough } from './queries.ts'

/** A broken glass with what the log says of it. */
export interface SeenGlass extends Glass {
  /** How many pages were opened through it. */
  opened: number
}

/** Broken glass: what waits, the most overdue first, then what was reviewed. */
export async function seenGlass(tx: Reader): Promise<SeenGlass[]> {
  const all = await glassToReview(tx)
  const opened = await openedThrough(tx, all)
  return all.map((one, n) => ({ ...one, opened: opened[n] ?? 0 }))
}
