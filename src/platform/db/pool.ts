import pg from 'pg'
import type { Connection } from '../config/connection.ts'
import { clientConfig, type SessionLimits } from './session.ts'

/**
 * Connections that are made when they are needed and then kept. A session that the server ends also
 * tells so by an event, which would end this program if nobody listened; whoever holds the connection
 * hears it from his next statement, and the pool replaces one that nobody holds.
 */
export function openPool(at: Connection, limits: SessionLimits, size: number): pg.Pool {
  const pool = new pg.Pool({ ...clientConfig(at, limits), max: size, idleTimeoutMillis: 0 })
  pool.on('connect', client => client.on('error', () => undefined))
  pool.on('error', () => undefined)
  return pool
}
