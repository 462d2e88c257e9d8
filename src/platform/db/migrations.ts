import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CompiledQuery, type Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { inProgram } from '../config/program-root.ts'
import { Broken } from '../log/broken.ts'
import { Refusal } from '../log/refusal.ts'

/** The folder of plain SQL files, each a step that was released and never changes again. */
export const migrationsFolder = inProgram('migrations')

export interface MigrationFile {
  /** `0001_platform`: the file's name without `.sql`. */
  name: string
  sql: string
  /** SHA-256 of the text, kept in the database to notice a file that changed after it was applied. */
  digest: string
}

/** The migration files in order. Throws `MIGRATION_NAME` for a file that is not `NNNN_module_what.sql`. */
export async function migrationFiles(folder = migrationsFolder): Promise<MigrationFile[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.sql')).sort()
  return Promise.all(names.map(name => migrationFile(folder, name)))
}

/** How far a database is, compared with the files of this program. */
export type Version =
  | { is: 'same' }
  | { is: 'older'; missing: string[] }
  | { is: 'newer'; unknown: string[] }
  | { is: 'changed'; names: string[] }

/** Compares what a database says was applied (name and digest) with the files. */
export function versionOf(
  applied: ReadonlyMap<string, string | null>,
  files: MigrationFile[],
): Version {
  const known = new Map(files.map(file => [file.name, file.digest]))
  const unknown = [...applied.keys()].filter(name => !known.has(name))
  if (unknown.length > 0) return { is: 'newer', unknown }
  const names = [...applied].filter(([name, digest]) => known.get(name) !== digest).map(([n]) => n)
  if (names.length > 0) return { is: 'changed', names }
  const missing = [...known.keys()].filter(name => !applied.has(name))
  return missing.length > 0 ? { is: 'older', missing } : { is: 'same' }
}

/**
 * Brings a database up to these files, as their owner, in one transaction: all of the new ones or
 * none. Answers the names that were applied. Refuses, and touches nothing, when the database is of a
 * newer program or when a file that it has applied has since been changed.
 */
export async function migrate(owner: Kysely<unknown>, files: MigrationFile[]): Promise<string[]> {
  return owner.connection().execute(async session => {
    // For the whole session: Kysely's own lock is taken too late for two programs that start on an
    // empty database at once, both of which make its tables.
    await session.executeQuery(CompiledQuery.raw(`select pg_advisory_lock(${lockNumber})`))
    try {
      return await migrateAlone(session, files)
    } finally {
      await session.executeQuery(CompiledQuery.raw(`select pg_advisory_unlock(${lockNumber})`))
    }
  })
}

/** Any number will do, as long as every version of the program takes the same. */
const lockNumber = 7_278_766

async function migrateAlone(owner: Kysely<unknown>, files: MigrationFile[]): Promise<string[]> {
  const before = versionOf(await appliedMigrations(owner), files)
  if (before.is === 'same') return []
  if (before.is !== 'older') throw versionRefusal(before)
  await owner.executeQuery(CompiledQuery.raw(bookkeeping))
  const { error, results = [] } = await migrator(owner, files).migrateToLatest()
  if (error !== undefined) throw migrationError(error, results)
  return results.map(result => result.migrationName)
}

/** The sentence for a database that this program must not touch. */
export function versionRefusal(version: Exclude<Version, { is: 'same' | 'older' }>): Refusal {
  return version.is === 'newer'
    ? new Refusal(
        'DATABASE_NEWER',
        `This database was made by a newer version of Turnstone: it has the migration ${version.unknown.join(', ')}, which this version does not know. Run the newer version, or restore the backup that was taken before the upgrade. Nothing was changed.`,
      )
    : new Refusal(
        'MIGRATION_CHANGED',
        `The migration ${version.names.join(', ')} was changed after this database had applied it. Put the released file back; changes go in a new migration. Nothing was changed.`,
      )
}

/** Name and digest of each applied migration; empty for a database that has none. */
async function appliedMigrations(owner: Kysely<unknown>): Promise<Map<string, string>> {
  const there = await owner.executeQuery<{ there: boolean }>(
    CompiledQuery.raw(`select to_regclass('migration.digest') is not null as there`),
  )
  if (there.rows[0]?.there !== true) return new Map()
  const { rows } = await owner.executeQuery<{ name: string; sha256: string }>(
    CompiledQuery.raw(
      'select applied.name, digest.sha256 from migration.applied left join migration.digest using (name) order by name',
    ),
  )
  return new Map(rows.map(row => [row.name, row.sha256]))
}

/** Kysely makes its own two tables beside this one; nobody but the owner has rights in the schema. */
const bookkeeping = `
  create schema if not exists migration;
  create table if not exists migration.digest (name text primary key, sha256 text not null);
  comment on table migration.digest is 'Digest of each applied migration file, to notice one that changed afterwards';
`

function migrator(db: Kysely<unknown>, files: MigrationFile[]): Migrator {
  return new Migrator({
    db,
    migrationTableSchema: 'migration',
    migrationTableName: 'applied',
    migrationLockTableName: 'lock',
    provider: {
      getMigrations: () =>
        Promise.resolve(
          Object.fromEntries(files.map(file => [file.name, { up: tx => apply(tx, file) }])),
        ),
    },
  })
}

/** `tx` is the transaction that also records the name, so that a file is applied and recorded or neither. */
async function apply(tx: Kysely<unknown>, file: MigrationFile): Promise<void> {
  await tx.executeQuery(CompiledQuery.raw(file.sql))
  await tx.executeQuery(
    CompiledQuery.raw('insert into migration.digest (name, sha256) values ($1, $2)', [
      file.name,
      file.digest,
    ]),
  )
}

function migrationError(
  error: unknown,
  results: readonly { migrationName: string; status: string }[],
): Broken {
  const failed = results.find(result => result.status === 'Error')?.migrationName ?? 'none'
  return new Broken('MIGRATION_FAILED', { migration: failed }, error)
}

async function migrationFile(folder: string, fileName: string): Promise<MigrationFile> {
  if (!/^\d{4}_[a-z]+(_[a-z0-9]+)*\.sql$/.test(fileName)) {
    throw new Broken('MIGRATION_NAME', { file: fileName })
  }
  const sql = await readFile(join(folder, fileName), 'utf8')
  const digest = createHash('sha256').update(sql).digest('hex')
  return { name: fileName.replace(/\.sql$/, ''), sql, digest }
}
