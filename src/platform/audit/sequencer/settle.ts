import { setTimeout as wait } from 'node:timers/promises'
import { batch } from './number-area.ts'
import { round, type Rounds } from './round.ts'

/** Rounds for which another process may have the turn: its own take some milliseconds each. */
const tries = 100

/**
 * Numbers all that waits and copies the newest checkpoints outside, whether or not a program that does
 * so is running: each round belongs to one process.
 */
export async function settle(rounds: Omit<Rounds, 'mayCopy'>): Promise<void> {
  for (let left = tries; left > 0;) {
    const { added, isOurs } = await round({ ...rounds, mayCopy: () => true })
    if (isOurs && added < batch) return
    if (isOurs) continue
    left -= 1
    await wait(50)
  }
}
