import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../../clock/clock.ts'
import { Broken } from '../../log/broken.ts'
import type { Log } from '../../log/log.ts'
import { factsOf } from '../../log/log.ts'
import { batch } from './number-area.ts'
import { round, type Rounds } from './round.ts'
import { seldom } from './seldom.ts'

/** How the sequencer does: standing still is an answer too, and one that a person must look at. */
export type SequencerState = 'answers' | 'stands still' | 'does not answer'

export interface Sequencer {
  state(): SequencerState
  /** Finishes the round that is at work, copies what is not copied yet, and ends. */
  stop(): Promise<void>
}

export type SequencerParts = Omit<Rounds, 'mayCopy'> & { readonly clock: Clock }

/** Milliseconds. */
const times = {
  /** Between two rounds: an entry has its checkpoint after one of them at the latest. */
  pause: 400,
  /** Between two copies of one log: its file grows by 300 bytes each. */
  copies: 2_000,
  /** After a round that failed: a database that starts again needs no crowd. */
  failed: 1_000,
  /** Without a round that came through it counts as away. */
  silence: 10_000,
}

/** Numbers the entries of all logs, round after round, until it is stopped. Never throws. */
export function openSequencer({ clock, log, ...parts }: SequencerParts): Sequencer {
  const stopped = new AbortController()
  const last = { answered: clock.elapsed(), isStill: false }
  const quiet = seldom(log, clock)
  const mayCopy = pacedBy(clock, stopped.signal)
  const once = async (): Promise<number> => {
    try {
      const { added, isStill } = await round({ ...parts, log: quiet, mayCopy })
      Object.assign(last, { answered: clock.elapsed(), isStill })
      return added >= batch ? 0 : times.pause
    } catch (error) {
      tell(error, quiet)
      return times.failed
    }
  }
  const running = (async () => {
    while (!stopped.signal.aborted) {
      const pause = await once()
      await wait(pause, undefined, { signal: stopped.signal }).catch(() => undefined)
    }
    await once()
  })()
  return {
    state: () => stateOf(clock.elapsed() - last.answered, last.isStill),
    stop: async () => {
      stopped.abort()
      await running
    },
  }
}

const stateOf = (silence: number, isStill: boolean): SequencerState => {
  if (silence > times.silence) return 'does not answer'
  return isStill ? 'stands still' : 'answers'
}

/** One copy of each log in two seconds; the last one at once. */
function pacedBy(clock: Clock, ending: AbortSignal): (slug: string) => boolean {
  const copied = new Map<string, number>()
  return slug => {
    const now = clock.elapsed()
    const isSoon = now - (copied.get(slug) ?? -Infinity) < times.copies
    if (isSoon && !ending.aborted) return false
    copied.set(slug, now)
    return true
  }
}

/** Somebody else has numbered meanwhile: no surprise, and the next round goes on from there. */
const overtaken = new Set(['40001', '23505'])

function tell(error: unknown, log: Log): void {
  if (!(error instanceof Broken)) log.error('AUDIT_SEQUENCER_FAILED')
  else if (!overtaken.has(String(error.facts['sqlstate'])))
    log.error(error.code, factsOf(error.facts))
}
