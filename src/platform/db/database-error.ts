import pg from 'pg'
import { Broken } from '../log/broken.ts'

/**
 * Turns what pg throws into codes. PostgreSQL's own message may quote a value that somebody wrote,
 * so only its SQLSTATE and the name of a constraint travel on; the original stays as `cause`.
 */
export function databaseError(error: unknown): Broken {
  if (error instanceof Broken) return error
  const state = sqlState(error)
  if (state === null) return new Broken('DATABASE_LOST', {}, error)
  if (lostStates.test(state)) return new Broken('DATABASE_LOST', { sqlstate: state }, error)
  if (state === tooManyConnections) return new Broken('DATABASE_BUSY', { sqlstate: state }, error)
  if (slowStates.has(state)) return new Broken('DATABASE_TIMEOUT', { sqlstate: state }, error)
  return new Broken('DATABASE_REFUSED', { sqlstate: state, ...constraintOf(error) }, error)
}

/** The five-character SQLSTATE of a database error, looking through our own wrapping; null for others. */
export function sqlState(error: unknown): string | null {
  if (error instanceof Broken && error.cause !== undefined) return sqlState(error.cause)
  return error instanceof pg.DatabaseError ? (error.code ?? null) : null
}

/** Connection exceptions, and the server's own ending of a session (57P01 to 57P05). */
const lostStates = /^(08|57P0)/

const tooManyConnections = '53300'

/** statement_timeout, lock_timeout. */
const slowStates = new Set(['57014', '55P03'])

function constraintOf(error: unknown): { constraint?: string } {
  if (!(error instanceof pg.DatabaseError) || error.constraint === undefined) return {}
  return { constraint: error.constraint }
}
