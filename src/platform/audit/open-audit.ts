import { join } from 'node:path'
import type { Clock } from '../clock/clock.ts'
import type { Connection } from '../config/connection.ts'
import { openDoor, type Door } from '../db/door.ts'
import type { Log } from '../log/log.ts'
import type { ProgramKey } from '../sessions/program-key.ts'
import { enterAsPart } from '../sessions/queries.ts'
import { wordsKeyOf } from './keys/words-key.ts'
import { fileSink } from './outside/file-sink.ts'
import { patientSink } from './outside/patient-sink.ts'
import type { CheckpointSink } from './outside/sink.ts'
import { openSequencer, type SequencerState } from './sequencer/sequencer.ts'
import { soughtWords, type SoughtWords } from './words/sought-words.ts'

/** The log of who did what, while the program runs. */
export interface Audit {
  state(): SequencerState
  /** Seals and opens words that somebody searched. */
  readonly words: SoughtWords
  /** Numbers what waits, copies the last checkpoints outside, and ends. Call after the pages are closed. */
  stop(): Promise<void>
}

/** Where the audit log keeps what does not belong into the database. */
export interface AuditPlace {
  readonly dataDir: string
  /** Folder of the copies outside; null for the one in DATA_DIR. */
  readonly copies: string | null
  /** First part of the names of logs that are begun here. */
  readonly name: string
}

interface AuditParts extends AuditPlace {
  /** The application's role. */
  readonly at: Connection
  /** By which the database knows the program: numbering is for its sequencer alone. */
  readonly key: ProgramKey
  readonly log: Log
  readonly clock: Clock
}

/** Starts the sequencer, on a connection of its own. */
export async function openAudit({ at, key, log, clock, ...place }: AuditParts): Promise<Audit> {
  const words = soughtWords(await wordsKeyOf(place.dataDir))
  const door = sequencerDoor(openDoor(at, { size: 1 }), key)
  const sequencer = openSequencer({ door, keys: place, sinkOf: sinksOf(place), log, clock })
  return {
    state: sequencer.state,
    words,
    stop: async () => {
      await sequencer.stop()
      await door.close()
    },
  }
}

/** Each transaction enters as the sequencer, before any work. */
export const sequencerDoor = (door: Door, key: ProgramKey): Door => ({
  ...door,
  writing: (actor, work) =>
    door.writing(actor, async tx => {
      await enterAsPart(tx, key, 'sequencer')
      return work(tx)
    }),
})

/** The sink of each log by the slug of its area: one and the same at each call. */
export function sinksOf({ dataDir, copies }: AuditPlace): (slug: string) => CheckpointSink {
  const folder = copies ?? join(dataDir, 'audit')
  const sinks = new Map<string, CheckpointSink>()
  return slug => {
    const known = sinks.get(slug)
    if (known !== undefined) return known
    const path = join(folder, `${slug}.checkpoints`)
    const sink = patientSink(fileSink(path, { makeFolder: copies === null }))
    sinks.set(slug, sink)
    return sink
  }
}
