import { Refusal } from '../log/refusal.ts'
import type { Connection } from '../config/connection.ts'
import { sqlState } from './database-error.ts'

/**
 * The sentence for a connection that could not be made, or null when the error is of another kind.
 * `setting` names the variable that holds the address; the password is never repeated.
 */
export function connectionRefusal(error: unknown, at: Connection, setting: string): Refusal | null {
  const found = sentences.find(({ when }) => when(error))
  if (found === undefined) return null
  const place = `${at.host} port ${at.port}`
  return new Refusal(found.code, found.say({ ...at, place, setting }), error)
}

interface Said extends Connection {
  place: string
  setting: string
}

interface Sentence {
  code: Uppercase<string>
  when: (error: unknown) => boolean
  say: (at: Said) => string
}

const sentences: readonly Sentence[] = [
  {
    code: 'DATABASE_UNREACHABLE',
    when: error => networkCodes.has(nodeCode(error)) || /timeout expired/.test(textOf(error)),
    say: at =>
      `No PostgreSQL answers at ${at.place}. Check that it runs, that it accepts connections from this machine, and that ${at.setting} names the right host and port.`,
  },
  {
    code: 'DATABASE_TLS_FAILED',
    when: error =>
      /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO)/.test(nodeCode(error)) ||
      /does not support SSL/.test(textOf(error)),
    say: at =>
      `The PostgreSQL at ${at.place} could not show that it is ${at.host}: its certificate is missing, expired, for another name, or from an authority that this machine does not know. Give it a valid certificate, or name its authority in ${at.setting} with sslrootcert=FILE.`,
  },
  {
    code: 'DATABASE_LOGIN_REFUSED',
    when: error => /^28/.test(sqlState(error) ?? ''),
    say: at =>
      `The PostgreSQL at ${at.place} does not let ${at.user} in. Check the user and the password in ${at.setting}, and the server's pg_hba.conf.`,
  },
  {
    code: 'DATABASE_MISSING',
    when: error => sqlState(error) === '3D000',
    say: at =>
      `The PostgreSQL at ${at.place} has no database ${at.database}. docs/operations.md shows how to make it.`,
  },
  {
    code: 'DATABASE_FULL',
    when: error => sqlState(error) === '53300',
    say: at =>
      `The PostgreSQL at ${at.place} has no connection free. Raise its max_connections, or lower DATABASE_POOL.`,
  },
  {
    code: 'DATABASE_UNREACHABLE',
    when: error => /^57P0/.test(sqlState(error) ?? ''),
    say: at => `The PostgreSQL at ${at.place} is starting or stopping. Try again in a moment.`,
  },
]

const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EPIPE',
])

function nodeCode(error: unknown): string {
  if (!(error instanceof Error)) return ''
  // Several addresses of one name that all fail come as one error that holds the others.
  if (error instanceof AggregateError) return nodeCode(error.errors[0])
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : '')
