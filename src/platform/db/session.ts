import type { PoolConfig } from 'pg'
import type { Connection } from '../config/connection.ts'
import { valueTypes } from './value-types.ts'

/** What pg needs to know for one session of ours. */
export function clientConfig(at: Connection, limits: SessionLimits): PoolConfig {
  return {
    host: at.host,
    port: at.port,
    database: at.database,
    user: at.user,
    password: at.password,
    ssl: at.tls === false ? false : at.tls.ca === undefined ? {} : { ca: at.tls.ca },
    types: valueTypes,
    // What does not wait for an answer is sent at once, with a Sync of its own after each statement.
    pipeline: true,
    connectionTimeoutMillis: limits.connect,
    keepAlive: true,
    options: Object.entries(sessionSettings(limits))
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
  }
}

/** Milliseconds; 0 is no limit. */
export interface SessionLimits {
  connect: number
  statement: number
  lock: number
  idleInTransaction: number
  /** That a commit waits for a standby, before the wait is cancelled and the outcome is unknown. */
  commit: number
}

export const servingLimits: SessionLimits = {
  connect: 5_000,
  statement: 10_000,
  lock: 5_000,
  idleInTransaction: 15_000,
  commit: 5_000,
}

/** Migrations and loading may take long, but must not wait for ever for a lock. */
export const maintenanceLimits: SessionLimits = {
  connect: 5_000,
  statement: 0,
  lock: 60_000,
  idleInTransaction: 600_000,
  commit: 600_000,
}

const sessionSettings = (limits: SessionLimits): Record<string, string | number> => ({
  timezone: 'UTC',
  datestyle: 'ISO',
  client_min_messages: 'warning',
  // Every name in our SQL carries its schema, so nobody's object can stand in front of ours.
  search_path: 'pg_catalog',
  statement_timeout: limits.statement,
  lock_timeout: limits.lock,
  idle_in_transaction_session_timeout: limits.idleInTransaction,
})
