import type { Actor } from '../access/actor.ts'
import type { Connection } from '../config/connection.ts'
import { servingLimits, type SessionLimits } from './session.ts'
import { openPool } from './pool.ts'
import type { Reader, Writer } from './reader.ts'
import { glance, inTransaction } from './transaction.ts'

export type { Reader, Writer } from './reader.ts'

/**
 * The only way to the database: one transaction for each piece of work, always as somebody.
 * What `work` throws comes out unchanged, after a rollback. Surprises of the database itself are
 * `Broken`: `DATABASE_REFUSED` (with SQLSTATE and constraint), `DATABASE_TIMEOUT`, `DATABASE_BUSY`,
 * `DATABASE_LOST`, `DATABASE_WARNING`, `TRANSACTION_ABORTED`. Statements that do not wait for each other
 * (`Promise.all`) are sent at once and answered in their order.
 */
export interface Door {
  /** READ ONLY: the type offers nothing that writes, and the database refuses it (SQLSTATE 25006). */
  reading<T>(actor: Actor, work: (tx: Reader) => Promise<T>): Promise<T>
  /**
   * Read and write.
   * @throws Broken `OUTCOME_UNKNOWN` when the commit was sent but its answer was lost or came with a
   * warning: the work may or may not be done.
   */
  writing<T>(actor: Actor, work: (tx: Writer) => Promise<T>): Promise<T>
  /**
   * One statement as nobody, without a transaction around it: what asks whose request this is, at each
   * request, before anybody can act.
   */
  glancing<T>(look: (tx: Reader) => Promise<T>): Promise<T>
  /** Waits for running work, then closes the connections. */
  close(): Promise<void>
}

export interface DoorOptions {
  /** Most connections at once. */
  size?: number
  limits?: SessionLimits
}

/** Opens a door for the role that `at` names. Connections are made when they are needed and then kept. */
export function openDoor(at: Connection, options: DoorOptions = {}): Door {
  const { size = 10, limits = servingLimits } = options
  const pool = openPool(at, limits, size)
  const place = { pool, commitWait: limits.commit }
  return {
    reading: (actor, work) => inTransaction(place, 'read only', actor, work),
    writing: (actor, work) => inTransaction(place, 'read write', actor, work),
    glancing: look => glance(pool, look),
    close: () => pool.end(),
  }
}
