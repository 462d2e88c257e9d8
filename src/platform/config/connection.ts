import { readFileSync } from 'node:fs'
import { Refusal } from '../log/refusal.ts'

/** Where a database is, and as whom we speak to it. */
export interface Connection {
  host: string
  port: number
  database: string
  user: string
  password: string
  /** Verified against the system's authorities or those of `ca`; false sends in the clear. */
  tls: false | { ca: string | undefined }
}

/**
 * Reads `postgres://user:password@host:port/database?sslmode=verify-full&sslrootcert=FILE`.
 * `require` and `verify-ca` are treated as `verify-full`: encryption to a server that nobody checked
 * protects from no one. Modes that may fall back to clear text are refused. `setting` names the
 * variable in sentences, which never repeat the address itself because it holds a password.
 */
export function parseConnection(url: string, setting: string): Connection {
  const parsed = parsedUrl(url, setting)
  return {
    // ?host=/var/run/postgresql is how libpq names a socket of this machine.
    host: parsed.searchParams.get('host') ?? hostOf(parsed, setting),
    port: parsed.port === '' ? 5432 : Number(parsed.port),
    database: part(parsed.pathname.slice(1), 'database', setting),
    user: part(parsed.username, 'user', setting),
    password: decoded(parsed.password, setting),
    tls: tlsOf(parsed.searchParams, setting),
  }
}

/** The same connection as an address; holds the password, so it goes nowhere but to pg and to its owner. */
export function connectionUrl(at: Connection): string {
  const host = at.host.includes(':') ? `[${at.host}]` : at.host
  const user = `${encodeURIComponent(at.user)}:${encodeURIComponent(at.password)}`
  return `postgres://${user}@${host}:${at.port}/${encodeURIComponent(at.database)}`
}

/** Whether passwords and answers cross a network that others may read. */
export const isInTheClear = (at: Connection): boolean =>
  at.tls === false && !/^(\/|localhost$|127\.|::1$)/.test(at.host)

function parsedUrl(url: string, setting: string): URL {
  const parsed = URL.parse(url)
  if (parsed !== null && /^postgres(ql)?:$/.test(parsed.protocol)) return parsed
  throw badUrl(setting, 'is not an address that Turnstone can read')
}

const hostOf = (url: URL, setting: string): string =>
  part(url.hostname.replace(/^\[|\]$/g, ''), 'host', setting)

function part(encoded: string, what: string, setting: string): string {
  const text = decoded(encoded, setting)
  if (text === '') throw badUrl(setting, `names no ${what}`)
  return text
}

function decoded(encoded: string, setting: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    throw badUrl(setting, 'is not an address that Turnstone can read')
  }
}

function tlsOf(search: URLSearchParams, setting: string): Connection['tls'] {
  const mode = search.get('sslmode') ?? 'disable'
  if (mode === 'disable') return false
  if (!['require', 'verify-ca', 'verify-full'].includes(mode)) {
    throw badUrl(
      setting,
      'asks for an sslmode that may send passwords to a server that nobody has checked. Use sslmode=verify-full (and sslrootcert=FILE if your authority is your own)',
    )
  }
  const file = search.get('sslrootcert')
  return { ca: file === null || file === 'system' ? undefined : authority(file, setting) }
}

function authority(file: string, setting: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new Refusal(
      'TLS_AUTHORITY_UNREADABLE',
      `${setting} names the certificate file ${file}, which cannot be read. Check the path and that this user may read it.`,
      cause,
    )
  }
}

const badUrl = (setting: string, what: string): Refusal =>
  new Refusal(
    'DATABASE_URL_INVALID',
    `${setting} ${what}. Write it as postgres://USER:PASSWORD@HOST:5432/DATABASE, with any special character of the password percent-encoded.`,
  )
