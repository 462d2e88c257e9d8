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

/** How the transaction around the work begins and ends; the driver only calls it. */
export interface Brackets {
  begin(): Promise<void>
  commit(): Promise<void>
  rollback(): Promise<void>
}

/**
 * A Kysely dialect over one connection that has already been taken from the pool, for the length of
 * one transaction. Our own, because Kysely's PostgreSQL driver can neither name statements nor send
 * `begin` and the context in one message.
 */
export function leasedDialect(client: ClientBase, brackets: Brackets): Dialect {
  const connection = leasedConnection(client)
  const driver: Driver = {
    init: () => Promise.resolve(),
    acquireConnection: () => Promise.resolve(connection),
    beginTransaction: () => brackets.begin(),
    commitTransaction: () => brackets.commit(),
    rollbackTransaction: () => brackets.rollback(),
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

function leasedConnection(client: ClientBase): DatabaseConnection {
  return {
    executeQuery: query => run(client, query),
    // Streaming would need pg-cursor; no page reads more rows than it shows.
    streamQuery: () => {
      throw new Broken('STREAMING_NOT_SUPPORTED')
    },
  }
}

const counted = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

async function run<R>(client: ClientBase, query: CompiledQuery): Promise<QueryResult<R>> {
  const name = statementName(query.sql)
  const values = [...query.parameters]
  try {
    const result = await client.query(
      name === undefined ? { text: query.sql, values } : { name, text: query.sql, values },
    )
    const rows = result.rows as R[]
    return counted.has(result.command)
      ? { rows, numAffectedRows: BigInt(result.rowCount ?? 0) }
      : { rows }
  } catch (error) {
    throw databaseError(error)
  }
}
