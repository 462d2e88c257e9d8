import { Kysely } from 'kysely'
import pg, { type PoolClient } from 'pg'
import { actorCode, type Actor } from '../access/actor.ts'
import type { TokenHash } from '../access/token.ts'
import { Broken } from '../log/broken.ts'
import { databaseError } from './database-error.ts'
import { leasedDialect, type Brackets } from './leased-dialect.ts'
import type { Writer } from './reader.ts'
import type { Tables } from './tables.ts'

export type Access = 'read only' | 'read write'

/** One connection of the pool for the length of one transaction. */
interface Lease {
  client: PoolClient
  /** SQLSTATEs of the warnings that came so far. */
  warnings: string[]
  /** In an unknown state: to be thrown away, never given to the next borrower. */
  spoilt: boolean
}

/** Runs `work` between `begin` and `commit` as `actor`; anything thrown rolls back. */
export async function inTransaction<T>(
  pool: pg.Pool,
  access: Access,
  actor: Actor,
  work: (tx: Writer) => Promise<T>,
): Promise<T> {
  const lease: Lease = { client: await borrowed(pool), warnings: [], spoilt: false }
  // `client_min_messages` lets only warnings and INFO through; INFO says 00000. The severity itself
  // is no use, because the server translates it.
  const listen = ({ code = 'unknown' }: { code?: string | undefined }) => {
    if (code !== '00000') lease.warnings.push(code)
  }
  lease.client.on('notice', listen)
  try {
    const dialect = leasedDialect(lease.client, bracketsOf(lease, { access, actor }))
    const db = new Kysely<Tables>({ dialect })
    return await db.transaction().execute(tx => work(tx as unknown as Writer))
  } finally {
    lease.client.off('notice', listen)
    lease.client.release(lease.spoilt)
  }
}

interface Opening {
  access: Access
  actor: Actor
}

function bracketsOf(lease: Lease, opening: Opening): Brackets {
  return {
    begin: async () => {
      await begin(lease.client, opening).catch((error: unknown) => {
        // A token that opens nothing left the connection as it was.
        lease.spoilt = !(error instanceof Broken)
        throw databaseError(error)
      })
    },
    commit: () => commit(lease),
    // Whatever happens here, what the caller must hear is why the work failed.
    rollback: async () => {
      await lease.client.query('rollback').catch(() => {
        lease.spoilt = true
      })
    },
  }
}

/** Both in one message. The actor's code comes from a closed set, but is quoted as if it did not. */
async function begin(client: PoolClient, { access, actor }: Opening): Promise<void> {
  const code = pg.escapeLiteral(actorCode(actor))
  await client.query(`begin ${access}; select pg_catalog.set_config('app.actor', ${code}, true)`)
  if (actor.is === 'person') await enter(client, actor.token)
}

/**
 * Signs into the transaction what this person reaches now. The token is a parameter and never part of
 * a statement's text, which other sessions of the same role could read in pg_stat_activity.
 */
async function enter(client: PoolClient, token: TokenHash): Promise<void> {
  const entered = await client.query({ ...entering, values: [token] })
  if (entered.rowCount !== 0) return
  await client.query('rollback')
  throw new Broken('SESSION_ENDED')
}

const entering = { name: 'enter', text: 'select from access.enter($1)' }

/**
 * A warning is a failure: what PostgreSQL only warns about, such as a wait for a replica that was
 * cancelled, is a promise to the user that was not kept. Before the commit it undoes the work; with
 * the commit it leaves the outcome unknown, as does a connection that is lost before the answer.
 */
async function commit(lease: Lease): Promise<void> {
  const [early] = lease.warnings
  if (early !== undefined) throw new Broken('DATABASE_WARNING', { sqlstate: early })
  const answer = await lease.client.query('commit').catch((error: unknown) => {
    const known = databaseError(error)
    throw known.code === 'DATABASE_LOST' ? new Broken('OUTCOME_UNKNOWN', known.facts, error) : known
  })
  // PostgreSQL answers a commit with ROLLBACK when a statement failed and the work went on regardless.
  if (answer.command === 'ROLLBACK') throw new Broken('TRANSACTION_ABORTED')
  const [late] = lease.warnings
  if (late !== undefined) throw new Broken('OUTCOME_UNKNOWN', { sqlstate: late })
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
