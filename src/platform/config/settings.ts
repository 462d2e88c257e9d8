import { resolve } from 'node:path'
import { z } from 'zod'
import { parseConnection, type Connection } from './connection.ts'
import { Refusal } from '../log/refusal.ts'
import { proxiesForm } from './proxies.ts'
import { inProgram } from './program-root.ts'

/** Everything that can be set from outside, read once. docs/operations.md explains each. */
export interface Settings {
  /** Where people reach the program through a proxy, such as `https://turnstone.example.org`. */
  publicAddress: string | null
  /** Addresses and ranges of the proxies whose word about a client's address is believed. */
  trustedProxies: readonly string[]
  /** 0 asks the system for any free port. */
  port: number
  host: string
  /** Absolute path of the folder that holds the embedded database, keys and run.json. */
  dataDir: string
  database: { is: 'embedded' } | { is: 'served'; app: Connection }
  /** Most connections to the database at once. */
  pool: number
  mode: 'demo' | 'real'
  audit: AuditSettings
}

/** Where the audit log keeps what does not belong into the database. */
export interface AuditSettings {
  /** Absolute path of the folder for copies of checkpoints; null for the one in DATA_DIR. */
  copies: string | null
  /** First part of the name of each log that is begun, like a host's name. */
  name: string
}

export type Environment = Readonly<Record<string, string | undefined>>

/** @throws Refusal `SETTING_INVALID` with one sentence for each setting that is wrong; no value of an address is repeated. */
export function readSettings(environment: Environment = process.env, uid = ownUid()): Settings {
  const given = validated(environment)
  const { PORT, HOST, DATA_DIR, DATABASE_URL, DATABASE_POOL, TURNSTONE_MODE } = given
  const { AUDIT_COPY, AUDIT_NAME } = given
  const database = databaseOf(DATABASE_URL)
  return {
    port: PORT,
    host: HOST,
    dataDir: resolve(DATA_DIR ?? defaultDataDir(uid)),
    database,
    pool: DATABASE_POOL,
    publicAddress: given.PUBLIC_ADDRESS ?? null,
    trustedProxies: given.TRUSTED_PROXIES,
    // Invented people must never stand beside real ones, so a served database is real unless told otherwise.
    mode: TURNSTONE_MODE ?? (database.is === 'embedded' ? 'demo' : 'real'),
    audit: { copies: AUDIT_COPY === undefined ? null : resolve(AUDIT_COPY), name: AUDIT_NAME },
  }
}

function validated(environment: Environment): z.infer<typeof form> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const read = form.safeParse(given)
  if (!read.success) throw invalid(read.error.issues.map(issue => issue.message).join(' '))
  const { DATABASE_URL, DATABASE_POOL } = read.data
  const isTooMany = DATABASE_URL === undefined && DATABASE_POOL > embeddedPool
  if (isTooMany) throw invalid(embeddedPoolSentence)
  return read.data
}

const databaseOf = (url: string | undefined): Settings['database'] =>
  url === undefined
    ? { is: 'embedded' }
    : { is: 'served', app: parseConnection(url, 'DATABASE_URL') }

const invalid = (sentence: string): Refusal => new Refusal('SETTING_INVALID', sentence)

/** The owner of a served database, wanted by `migrate` alone: what serves pages never reads it. */
export function readOwner(environment: Environment = process.env): Connection | null {
  const url = environment['DATABASE_OWNER_URL']
  return url === undefined || url === '' ? null : parseConnection(url, 'DATABASE_OWNER_URL')
}

/** The rest is for commands, psql and backups. */
const embeddedPool = 80

const embeddedPoolSentence = `DATABASE_POOL may be ${embeddedPool} at most on the embedded database, which takes 100 connections.`

const portSentence = 'PORT must be a whole number from 0 to 65535, such as 3000.'
const poolSentence = 'DATABASE_POOL must be a whole number from 1 to 1000, such as 10.'

const form = z.object({
  PUBLIC_ADDRESS: z
    .string()
    .regex(
      /^https?:\/\/[0-9A-Za-z.[\]:-]+$/,
      'PUBLIC_ADDRESS must be where people reach Turnstone, such as https://turnstone.example.org, without a path.',
    )
    .optional(),
  TRUSTED_PROXIES: proxiesForm.default([]),
  PORT: wholeNumber(0, 65_535, portSentence).default(3000),
  HOST: z
    .string()
    .regex(/^[0-9A-Za-z.:%_-]+$/, 'HOST must be an address of this machine, such as 127.0.0.1.')
    .default('127.0.0.1'),
  DATA_DIR: z
    .string()
    .refine(path => !path.includes('\0'), 'DATA_DIR must be the path of a folder.')
    .optional(),
  DATABASE_URL: z.string().optional(),
  DATABASE_POOL: wholeNumber(1, 1000, poolSentence).default(10),
  TURNSTONE_MODE: z
    .enum(['demo', 'real'], 'TURNSTONE_MODE must be "demo" or "real", or be left out.')
    .optional(),
  AUDIT_COPY: z
    .string()
    .refine(path => !path.includes('\0'), 'AUDIT_COPY must be the path of a folder.')
    .optional(),
  AUDIT_NAME: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9.-]{0,100}$/,
      'AUDIT_NAME must be a name like that of a host, such as turnstone.example.',
    )
    .default('turnstone.local'),
})

function wholeNumber(from: number, to: number, sentence: string) {
  return z
    .string()
    .regex(/^\d{1,6}$/, sentence)
    .transform(Number)
    .refine(value => value >= from && value <= to, sentence)
}

/** Root's own folders are closed to the user who runs the database, /var/lib is not. */
const defaultDataDir = (uid: number): string =>
  uid === 0 ? '/var/lib/turnstone' : inProgram('.turnstone')

const ownUid = (): number => process.getuid?.() ?? -1
