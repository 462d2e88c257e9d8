import { thePublic } from '../../access/actor.ts'
import type { Door } from '../../db/door.ts'
import { Broken } from '../../log/broken.ts'
import type { Log } from '../../log/log.ts'
import type { KeyPlace } from '../keys/log-key.ts'
import type { CheckpointSink } from '../outside/sink.ts'
import { numberArea, type AreaNumbered, type StandingStill } from './number-area.ts'
import { areasWithLogs, takeTurn, type Area } from './queries.ts'

/** What a round of the sequencer works with. */
export interface Rounds {
  readonly door: Door
  readonly keys: KeyPlace
  readonly sinkOf: (slug: string) => CheckpointSink
  readonly log: Log
  /** Whether the newest checkpoint of this area may be copied outside now: copies need not be many. */
  readonly mayCopy: (slug: string) => boolean
}

export interface RoundDone {
  /** Entries that got their place. */
  readonly added: number
  /** Whether there is an area whose log a person must look at. */
  readonly isStill: boolean
  /** Whether the turn was ours in all areas, and not another process's. */
  readonly isOurs: boolean
}

/** One round over all areas: numbers what waits, then copies the newest checkpoints outside. */
export async function round(rounds: Rounds): Promise<RoundDone> {
  const areas = await rounds.door.writing(thePublic, areasWithLogs)
  const done: AreaNumbered[] = []
  for (const area of areas) done.push(...(await roundOf(area, rounds)))
  return {
    added: done.reduce((sum, each) => sum + (each.is === 'numbered' ? each.added : 0), 0),
    isStill: done.some(each => each.is === 'standing still'),
    isOurs: done.length === areas.length,
  }
}

/** Empty while another process has the turn: that one does it. */
async function roundOf(area: Area, rounds: Rounds): Promise<AreaNumbered[]> {
  const { door, keys, sinkOf } = rounds
  const sink = sinkOf(area.slug)
  const copied = await copiedLast(sink, rounds)
  const outside = copied.is === 'read' ? copied.note : null
  const numbered = await door
    .writing(thePublic, async tx =>
      (await takeTurn(tx)) ? numberArea(tx, { area, keys, outside }) : null,
    )
    .catch(standingStill)
  if (numbered === null) return []
  if (numbered.is === 'standing still') rounds.log.error(numbered.code)
  else if (copied.is === 'read') await copy(numbered.note, { ...rounds, area, sink, outside })
  return [numbered]
}

/** A place outside that is away must stop nothing: entries are numbered, and copied when it is back. */
async function copiedLast(
  sink: CheckpointSink,
  { log }: Rounds,
): Promise<{ is: 'read'; note: string | null } | { is: 'away' }> {
  try {
    return { is: 'read', note: await sink.last() }
  } catch {
    log.error('AUDIT_COPY_FAILED')
    return { is: 'away' }
  }
}

interface Copying extends Rounds {
  readonly area: Area
  readonly sink: CheckpointSink
  readonly outside: string | null
}

/** The newest checkpoint says everything that older ones would. */
async function copy(note: string | null, copying: Copying): Promise<void> {
  const { area, sink, outside, log, mayCopy } = copying
  if (note === null || note === outside || !mayCopy(area.slug)) return
  await sink.append(note).catch(() => log.error('AUDIT_COPY_FAILED'))
}

/** A key or an entry that cannot be read stops one log, and not the others. */
function standingStill(error: unknown): AreaNumbered {
  if (error instanceof Broken && isOfLog(error.code)) {
    return { is: 'standing still', code: error.code }
  }
  throw error
}

const isOfLog = (code: string): code is StandingStill['code'] => code.startsWith('AUDIT_')
