import {
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely'
import type { ClientBase } from 'pg'
import { Broken } from '../log/broken.ts'
import { databaseError } from './database-error.ts'
import { statementName } from './statement-name.ts'

/** A connection that has been taken from the pool for the length of one transaction. */
export interface Leased {
  client: ClientBase
  /** Settled when the transaction has begun and knows who acts: no answer is given before. */
  entered: Promise<void>
  /** The work is over: the transaction ends or has ended, and the connection may be somebody else's. */
  isOver: boolean
}

/**
 * A Kysely dialect over one connection within one transaction. Our own, because Kysely's PostgreSQL
 * driver can neither name statements nor send one before the last was answered.
 */
export function leasedDialect(leased: Leased): Dialect {
  const connection = leasedConnection(leased)
  const driver: Driver = {
    init: () => Promise.resolve(),
    acquireConnection: () => Promise.resolve(connection),
    beginTransaction: withoutBrackets,
    commitTransaction: withoutBrackets,
    rollbackTransaction: withoutBrackets,
    releaseConnection: () => Promise.resolve(),
    destroy: () => Promise.resolve(),
  }
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driver,
    createIntrospector: db => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

/** Work is within a transaction already; a second one inside it would commit the first. */
const withoutBrackets = (): Promise<never> => Promise.reject(new Broken('TRANSACTION_WITHIN'))

function leasedConnection(leased: Leased): DatabaseConnection {
  return {
    executeQuery: query => run(leased, query),
    // Streaming would need pg-cursor; no page reads more rows than it shows.
    streamQuery: () => {
      throw new Broken('STREAMING_NOT_SUPPORTED')
    },
  }
}

const counted = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

async function run<R>(
  { client, entered, isOver }: Leased,
  query: CompiledQuery,
): Promise<QueryResult<R>> {
  if (isOver) throw new Broken('TRANSACTION_OVER')
  const name = statementName(query.sql)
  const values = [...query.parameters]
  try {
    const answered = client.query(
      name === undefined ? { text: query.sql, values } : { name, text: query.sql, values },
    )
    // Should nobody have entered, that is the reason, and not what the statement then met.
    answered.catch(() => undefined)
    await entered
    const result = await answered
    const rows = result.rows as R[]
    return counted.has(result.command)
      ? { rows, numAffectedRows: BigInt(result.rowCount ?? 0) }
      : { rows }
  } catch (error) {
    throw databaseError(error)
  }
}
