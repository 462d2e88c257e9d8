import { readFileSync, globSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { inProgram } from '../../src/platform/config/program-root.ts'
import { readSettings } from '../../src/platform/config/settings.ts'
import { openMaintenance } from '../../src/platform/db/maintenance.ts'
import { migrationFiles } from '../../src/platform/db/migrations.ts'
import { withClient } from '../../src/platform/db/roles.ts'
import { checkServing } from '../../src/platform/db/serving-check.ts'
import { startServerForTests } from '../builders/cluster.ts'

const operations = readFileSync(inProgram('docs', 'operations.md'), 'utf8')

/** Where a code is made: thrown, or written to the log. */
const codeMade =
  /(?:new (?:Broken|Refusal)|super|log\.(?:info|warn|error))\(\s*'([A-Z][A-Z0-9_]+)'|\bcode: '([A-Z][A-Z0-9_]{5,})'/g

test('every code that the program may give is explained, and no other', () => {
  const sources = globSync(['src/**/*.ts', 'src/**/*.tsx'], { cwd: inProgram() })
    .filter(file => !/\.test\.tsx?$/.test(file))
    .map(file => readFileSync(inProgram(file), 'utf8'))
  const made = sources.flatMap(text =>
    [...text.matchAll(codeMade)].map(found => found[1] ?? found[2]),
  )
  const explained = [...operations.matchAll(/^\| `([A-Z][A-Z0-9_]+)` +\| \S/gm)].map(
    found => found[1],
  )
  const table = explained.slice(explained.indexOf('ACTION_MISSING'))
  expect(table).toEqual(
    [...new Set(made)].filter(code => code !== undefined).sort((a, b) => (a < b ? -1 : 1)),
  )
})

test('every setting is explained with its default', () => {
  const rows = [...operations.matchAll(/^\| `([A-Z_]+)` +\| ([^|]+) \|/gm)]
  const settings = new Map(rows.map(([, name, value]) => [name, value?.trim()]))
  const { port, host, pool } = readSettings({}, 1000)
  expect(settings.get('PORT')).toBe(String(port))
  expect(settings.get('HOST')).toBe(host)
  expect(settings.get('DATABASE_POOL')).toBe(String(pool))
  const source = readFileSync(inProgram('src', 'platform', 'config', 'settings.ts'), 'utf8')
  const read = [...source.matchAll(/^ {2}([A-Z_]+): /gm)].map(found => found[1])
  expect(read.length).toBeGreaterThan(4)
  for (const name of [...read, 'DATABASE_OWNER_URL']) expect(settings.has(name), name).toBe(true)
})

test('the SQL for a served PostgreSQL makes roles and a database that migrate and serve', async () => {
  const server = await startServerForTests()
  onTestFinished(() => server.stop())
  const sql = /```sql\n([\s\S]*?)```/.exec(operations)?.[1] ?? ''
  const [before = '', after = ''] = sql.split('\\connect turnstone\n')
  const at = (user: string, password: string) => ({
    ...server.superuser,
    database: 'turnstone',
    user,
    password,
  })
  for (const statement of before.split(/;\n/).filter(text => text.trim() !== '')) {
    await withClient(server.superuser, client => client.query(statement))
  }
  await withClient({ ...server.superuser, database: 'turnstone' }, client => client.query(after))

  const maintenance = openMaintenance(at('turnstone_owner', 'choose-one'))
  onTestFinished(() => maintenance.close())
  expect(await maintenance.migrate()).toContain('0001_platform')
  await checkServing(at('turnstone_app', 'choose-another'), await migrationFiles())
})
