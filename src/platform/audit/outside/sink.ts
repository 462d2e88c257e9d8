/**
 * Where checkpoints of one log are copied to, out of reach of whoever can write the database: a file on
 * another disk or host, a store that can only be added to, a witness. One that is away throws.
 */
export interface CheckpointSink {
  /** Adds a signed note at the end, and answers when it is safe there. */
  append(note: string): Promise<void>
  /** All notes, in the order in which they were added. */
  read(): Promise<readonly string[]>
  /** The note that was added last; null where there is none yet. */
  last(): Promise<string | null>
}
