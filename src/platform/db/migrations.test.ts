import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { testDatabase } from '../../../tests/builders/database.ts'
import { emptyDatabase } from '../../../tests/builders/empty-database.ts'
import type { Connection } from '../config/connection.ts'
import { openMaintenance } from './maintenance.ts'
import { migrationFiles, versionOf } from './migrations.ts'
import { withClient } from './roles.ts'

const db = await testDatabase()

async function folderOf(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'turnstone-migrations-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [name, sql] of Object.entries(files)) await writeFile(join(folder, name), sql)
  return folder
}

async function migrateWith(owner: Connection, files: Record<string, string>): Promise<string[]> {
  const maintenance = openMaintenance(owner)
  try {
    return await maintenance.migrate(await folderOf(files))
  } finally {
    await maintenance.close()
  }
}

const tablesOf = (owner: Connection): Promise<string[]> =>
  withClient(owner, async client => {
    const { rows } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'trial' order by 1`,
    )
    return rows.map(row => row.name)
  })

const one = { '0001_trial.sql': 'create schema trial; create table trial.a (id int);' }
const two = { ...one, '0002_trial_b.sql': 'create table trial.b (id int);' }

test('files are applied in order, once', async () => {
  const { owner } = await emptyDatabase(db)
  expect(await migrateWith(owner, one)).toEqual(['0001_trial'])
  expect(await migrateWith(owner, two)).toEqual(['0002_trial_b'])
  expect(await migrateWith(owner, two)).toEqual([])
  expect(await tablesOf(owner)).toEqual(['a', 'b'])
})

test('two programs that migrate at once apply each file once', async () => {
  const { owner } = await emptyDatabase(db)
  const applied = await Promise.all([migrateWith(owner, two), migrateWith(owner, two)])
  expect(applied.flat().sort()).toEqual(['0001_trial', '0002_trial_b'])
})

test('a file that was changed after it was applied is refused, and nothing is touched', async () => {
  const { owner } = await emptyDatabase(db)
  await migrateWith(owner, one)
  const changed = { ...two, '0001_trial.sql': `${one['0001_trial.sql']} -- better` }
  await expect(migrateWith(owner, changed)).rejects.toMatchObject({
    code: 'MIGRATION_CHANGED',
    sentence: expect.stringContaining('0001_trial'),
  })
  expect(await tablesOf(owner)).toEqual(['a'])
})

test('a database of a newer program is refused, and nothing is touched', async () => {
  const { owner } = await emptyDatabase(db)
  await migrateWith(owner, two)
  const other = { ...one, '0003_trial_c.sql': 'create table trial.c (id int);' }
  await expect(migrateWith(owner, other)).rejects.toMatchObject({
    code: 'DATABASE_NEWER',
    sentence: expect.stringContaining('0002_trial_b'),
  })
  expect(await tablesOf(owner)).toEqual(['a', 'b'])
})

test('when one file fails none of the new ones is applied', async () => {
  const { owner } = await emptyDatabase(db)
  await migrateWith(owner, one)
  const failing = { ...two, '0003_trial_c.sql': 'create table trial.a (id int);' }
  await expect(migrateWith(owner, failing)).rejects.toMatchObject({
    code: 'MIGRATION_FAILED',
    facts: { migration: '0003_trial_c' },
  })
  expect(await tablesOf(owner)).toEqual(['a'])
  expect(await migrateWith(owner, two)).toEqual(['0002_trial_b'])
})

test('a file whose name does not say number, module and matter is refused', async () => {
  await expect(migrationFiles(await folderOf({ '1_Trial.sql': '' }))).rejects.toMatchObject({
    code: 'MIGRATION_NAME',
  })
})

test('what a database has is compared by name and by text', () => {
  const files = [
    { name: '0001_a', sql: '', digest: 'x' },
    { name: '0002_b', sql: '', digest: 'y' },
  ]
  const version = (...applied: [string, string | null][]) => versionOf(new Map(applied), files)
  expect(version()).toEqual({ is: 'older', missing: ['0001_a', '0002_b'] })
  expect(version(['0001_a', 'x'])).toEqual({ is: 'older', missing: ['0002_b'] })
  expect(version(['0001_a', 'x'], ['0002_b', 'y'])).toEqual({ is: 'same' })
  expect(version(['0001_a', 'z'])).toEqual({ is: 'changed', names: ['0001_a'] })
  expect(version(['0001_a', null])).toEqual({ is: 'changed', names: ['0001_a'] })
  expect(version(['0001_a', 'z'], ['0003_c', 'w'])).toEqual({ is: 'newer', unknown: ['0003_c'] })
})

test('the application has no rights in the bookkeeping of migrations', async () => {
  const reading = withClient(db.app, client => client.query('select * from migration.applied'))
  await expect(reading).rejects.toMatchObject({ code: '42501' })
})
