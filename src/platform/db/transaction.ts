import { Kysely } from 'kysely'
import type pg from 'pg'
import { type PoolClient } from 'pg'
import { actorCode, type Actor } from '../access/actor.ts'
import type { Role } from '../access/roles.ts'
import { Broken } from '../log/broken.ts'
import { databaseError } from './database-error.ts'
import { notWaitingForEver } from './commit-wait.ts'
import { leasedDialect, type Leased } from './leased-dialect.ts'
import type { Reader, Writer } from './reader.ts'
import type { Tables } from './tables.ts'

export type Access = 'read only' | 'read write'

/** Where a transaction takes place. */
export interface Place {
  pool: pg.Pool
  /** Milliseconds that a commit may wait for a standby. */
  commitWait: number
}

/** Runs `work` between `begin` and `commit` as `actor`; anything thrown rolls back. */
export async function inTransaction<T>(
  place: Place,
  access: Access,
  actor: Actor,
  work: (tx: Writer) => Promise<T>,
): Promise<T> {
  const client = await borrowed(place.pool)
  const warnings: string[] = []
  // `client_min_messages` lets only warnings and INFO through; INFO says 00000. The severity itself
  // is no use, because the server translates it.
  const listen = ({ code = 'unknown' }: { code?: string | undefined }) => {
    if (code !== '00000') warnings.push(code)
  }
  client.on('notice', listen)
  const lease: Lease = {
    client,
    warnings,
    spoilt: false,
    isOver: false,
    entered: Promise.resolve(),
  }
  lease.entered = begin(lease, { access, actor })
  // Whoever waits for it hears of it; until then nobody does.
  lease.entered.catch(() => undefined)
  try {
    const result = await worked(lease, work)
    await commit(lease, place)
    return result
  } catch (error) {
    await rollback(lease)
    throw error
  } finally {
    client.off('notice', listen)
    client.release(lease.spoilt)
  }
}

/**
 * Does the work. A part of it that goes on while the transaction is ended can ask nothing any more: behind
 * the commit or the rollback it would be done by itself, as nobody, and stay.
 */
async function worked<T>(lease: Lease, work: (tx: Writer) => Promise<T>): Promise<T> {
  try {
    // The brackets are ours and not of Kysely's transactions, which let one statement wait for another.
    const db = new Kysely<Tables>({ dialect: leasedDialect(lease) })
    return await work(db as unknown as Writer)
  } finally {
    lease.isOver = true
  }
}

/** Runs a statement alone, as nobody; see the door. */
export async function glance<T>(pool: pg.Pool, look: (tx: Reader) => Promise<T>): Promise<T> {
  const client = await borrowed(pool)
  const lease = { client, entered: Promise.resolve(), isOver: false }
  try {
    const db = new Kysely<Tables>({ dialect: leasedDialect(lease) })
    return await look(db as unknown as Reader)
  } finally {
    lease.isOver = true
    client.release()
  }
}

/** One connection of the pool for the length of one transaction. */
interface Lease extends Leased {
  client: PoolClient
  /** SQLSTATEs of the warnings that came so far. */
  warnings: string[]
  /** In an unknown state: to be thrown away, never given to the next borrower. */
  spoilt: boolean
}

interface Opening {
  access: Access
  actor: Actor
}

/**
 * Begins the transaction and signs into it what this person reaches now; the work is not kept waiting
 * for the answer, but gets none of its own before. The token is a parameter and never part of a
 * statement's text, which other sessions of the same role could read in pg_stat_activity.
 */
async function begin(lease: Lease, { access, actor }: Opening): Promise<void> {
  const { client } = lease
  const begun = client.query(`begin ${access}`)
  const entered = client.query(
    actor.is === 'person'
      ? { ...entering, values: [actor.token] }
      : { ...naming, values: [actorCode(actor)] },
  )
  const answers = await Promise.all([begun, entered]).catch((error: unknown) => {
    lease.spoilt = true
    throw databaseError(error)
  })
  if (answers[1].rowCount === 0) throw new Broken('SESSION_ENDED')
  const [row] = answers[1].rows as { roles?: Role[] }[]
  if (actor.is === 'person' && isOther(actor.roles, row?.roles)) throw new Broken('ROLES_CHANGED')
}

/** A posting may begin or end between the look at who asks and the work. */
const isOther = (decidedBy: readonly Role[] | undefined, now: readonly Role[] = []): boolean =>
  decidedBy !== undefined && new Set(decidedBy).symmetricDifference(new Set(now)).size > 0

const naming = { name: 'name', text: `select pg_catalog.set_config('app.actor', $1, true)` }
const entering = { name: 'enter', text: 'select roles from access.enter($1)' }

/**
 * A warning is a failure: what PostgreSQL only warns about, such as a wait for a replica that was
 * cancelled, is a promise to the user that was not kept. Before the commit it undoes the work; with
 * the commit it leaves the outcome unknown, as does a connection that is lost before the answer.
 */
async function commit(lease: Lease, { pool, commitWait }: Place): Promise<void> {
  await lease.entered
  const [early] = lease.warnings
  if (early !== undefined) throw new Broken('DATABASE_WARNING', { sqlstate: early })
  const { client } = lease
  const waiting = { client, pool, limit: commitWait }
  const committing = notWaitingForEver(waiting, () => client.query('commit'))
  const answer = await committing.catch((error: unknown) => {
    const known = databaseError(error)
    throw known.code === 'DATABASE_LOST' ? new Broken('OUTCOME_UNKNOWN', known.facts, error) : known
  })
  // PostgreSQL answers a commit with ROLLBACK when a statement failed and the work went on regardless.
  if (answer.command === 'ROLLBACK') throw new Broken('TRANSACTION_ABORTED')
  const [late] = lease.warnings
  if (late !== undefined) throw new Broken('OUTCOME_UNKNOWN', { sqlstate: late })
}

/** Whatever happens here, what the caller must hear is why the work failed. */
async function rollback(lease: Lease): Promise<void> {
  await lease.client.query('rollback').catch(() => {
    lease.spoilt = true
  })
}

async function borrowed(pool: pg.Pool): Promise<PoolClient> {
  try {
    return await pool.connect()
  } catch (error) {
    // pg-pool has no code for "all connections are taken".
    const waited = error instanceof Error && error.message.includes('timeout exceeded')
    throw waited ? new Broken('DATABASE_BUSY', {}, error) : databaseError(error)
  }
}
