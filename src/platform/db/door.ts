import { Kysely, type Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import pg, { type PoolClient } from 'pg'
import { actorCode, type Actor } from '../access/actor.ts'
import { Broken } from '../log/broken.ts'
import { clientConfig, servingLimits, type Connection, type SessionLimits } from './connection.ts'
import { databaseError } from './database-error.ts'
import { leasedDialect, type Brackets } from './leased-dialect.ts'
import type { Tables } from './tables.ts'

/**
 * What a reader may do: select. Anything that writes is absent from the type, and the transaction is
 * READ ONLY, so that the database refuses too (SQLSTATE 25006).
 */
export type Reader = Pick<
  ReadonlyKysely<Tables>,
  'selectFrom' | 'selectNoFrom' | 'fn' | 'case' | 'dynamic'
>

/** One read-write transaction. Every Writer is also a Reader. */
export type Writer = Transaction<Tables>

/** The only way to the database: one transaction for each piece of work, always as somebody. */
export interface Door {
  reading<T>(actor: Actor, work: (tx: Reader) => Promise<T>): Promise<T>
  /**
   * @throws Broken `OUTCOME_UNKNOWN` when the commit was sent but its answer was lost or came with a
   * warning: the work may or may not be done.
   */
  writing<T>(actor: Actor, work: (tx: Writer) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export interface DoorOptions {
  /** Most connections at once. */
  size?: number
  limits?: SessionLimits
}

/** Opens a door for the role that `at` names. Connections are made when they are needed. */
export function openDoor(at: Connection, options: DoorOptions = {}): Door {
  const { size = 10, limits = servingLimits } = options
  const pool = new pg.Pool({ ...clientConfig(at, limits), max: size, idleTimeoutMillis: 0 })
  // A connection that dies while nobody holds it is replaced by the pool at the next call.
  pool.on('error', () => undefined)
  return {
    reading: (actor, work) => inTransaction(pool, 'read only', actor, work),
    writing: (actor, work) => inTransaction(pool, 'read write', actor, work),
    close: () => pool.end(),
  }
}

type Access = 'read only' | 'read write'

async function inTransaction<T>(
  pool: pg.Pool,
  access: Access,
  actor: Actor,
  work: (tx: Writer) => Promise<T>,
): Promise<T> {
  const client = await lease(pool)
  const warnings: string[] = []
  // `client_min_messages` lets only warnings and INFO through; INFO says 00000. The severity itself
  // is no use, because the server translates it.
  const listen = ({ code = 'unknown' }: { code?: string | undefined }) => {
    if (code !== '00000') warnings.push(code)
  }
  client.on('notice', listen)
  const state = { broken: false }
  try {
    const brackets = bracketsOf(client, `begin ${access}; ${context(actor)}`, warnings, state)
    const db = new Kysely<Tables>({ dialect: leasedDialect(client, brackets) })
    return await db.transaction().execute(work)
  } finally {
    client.off('notice', listen)
    client.release(state.broken)
  }
}

function bracketsOf(
  client: PoolClient,
  begin: string,
  warnings: string[],
  state: { broken: boolean },
): Brackets {
  return {
    begin: async () => {
      await sent(client, begin, state)
    },
    commit: async () => {
      // A warning is a failure: what PostgreSQL only warns about, such as a wait for a replica that
      // was cancelled, is a promise to the user that was not kept.
      const [warning] = warnings
      if (warning !== undefined) throw new Broken('DATABASE_WARNING', { sqlstate: warning })
      await committed(client, warnings, state)
    },
    rollback: async () => {
      if (!state.broken) await sent(client, 'rollback', state)
    },
  }
}

async function committed(
  client: PoolClient,
  warnings: string[],
  state: { broken: boolean },
): Promise<void> {
  const command = await sent(client, 'commit', state).catch((cause: unknown) => {
    throw new Broken('OUTCOME_UNKNOWN', {}, cause)
  })
  if (command === 'ROLLBACK') throw new Broken('TRANSACTION_ABORTED')
  const [warning] = warnings
  if (warning !== undefined) throw new Broken('OUTCOME_UNKNOWN', { sqlstate: warning })
}

/** One message; a connection on which even this fails is thrown away, never given to the next borrower. */
async function sent(
  client: PoolClient,
  text: string,
  state: { broken: boolean },
): Promise<string | undefined> {
  try {
    return (await client.query(text)).command
  } catch (error) {
    state.broken = true
    throw databaseError(error)
  }
}

/** The actor's code comes from a closed set, but it is quoted as if it did not. */
const context = (actor: Actor): string =>
  `select pg_catalog.set_config('app.actor', ${pg.escapeLiteral(actorCode(actor))}, true)`

async function lease(pool: pg.Pool): Promise<PoolClient> {
  try {
    return await pool.connect()
  } catch (error) {
    const waited = error instanceof Error && error.message.includes('timeout exceeded')
    throw waited ? new Broken('DATABASE_BUSY', {}, error) : databaseError(error)
  }
}
