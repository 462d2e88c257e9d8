import { signCheckpoint } from '../../../methods/hash-tree/checkpoint.ts'
import { emptyTree, rootOf } from '../../../methods/hash-tree/compact-range.ts'
import { thePublic } from '../../access/actor.ts'
import type { Door } from '../../db/door.ts'
import { readLogKey } from '../keys/log-key.ts'
import type { CheckpointSink } from '../outside/sink.ts'
import { newestCheckpoint, type Area } from './queries.ts'

/**
 * Accepts the log as the database holds it, although a copy outside denies it: its newest checkpoint (over
 * nothing, where there is none) becomes the last copy, and the sequencer goes on from there. The copies of
 * before stay, so that every verification from now on tells of the fork. False where there is no key.
 */
export async function carryOn(
  area: Area,
  { door, dataDir, sink }: { door: Door; dataDir: string; sink: CheckpointSink },
): Promise<boolean> {
  const key = await readLogKey(dataDir, area.slug)
  if (key === null) return false
  const kept = await door.writing(thePublic, tx => newestCheckpoint(tx, area.id))
  const { origin, signer } = key
  const nothing = { origin, size: 0, root: rootOf(emptyTree), extensions: [] }
  const made = signCheckpoint(nothing, [signer])
  if (made.is === 'refused') return false
  await sink.append(kept?.note ?? made.note)
  return true
}
