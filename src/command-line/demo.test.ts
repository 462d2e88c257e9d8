import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { systemClock } from '../platform/clock/clock.ts'
import { connectionUrl, type Connection } from '../platform/config/connection.ts'
import { readSettings } from '../platform/config/settings.ts'
import { withClient } from '../platform/db/roles.ts'
import { demo } from './demo.ts'
import { startDatabase, takeDataDir } from './open-database.ts'
import { openSteps } from './steps.ts'

// Each run starts a database, the first one makes it.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const dataDir = await mkdtemp(join(tmpdir(), 'turnstone-demo-'))
const said: string[] = []
const terminal = {
  line: (text: string) => said.push(text),
  problem: (text: string) => said.push(text),
  interactive: false,
  draw: () => undefined,
}
const runDemo = () => demo.run({ terminal, clock: systemClock }, [])

beforeAll(async () => {
  await chmod(dataDir, 0o711)
  for (const name of ['DATABASE_URL', 'TURNSTONE_MODE', 'AUDIT_COPY']) vi.stubEnv(name, '')
  vi.stubEnv('DATA_DIR', dataDir)
})

afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(dataDir, { recursive: true, force: true, maxRetries: 3 })
})

/** Asks something of the database between two runs. */
async function between<T>(work: (owner: Connection) => Promise<T>): Promise<T> {
  await using undo = new AsyncDisposableStack()
  const opening = {
    settings: readSettings(),
    clock: systemClock,
    steps: openSteps(terminal, systemClock),
    undo,
  }
  const place = await takeDataDir(opening)
  const { roles } = await startDatabase(opening, place!)
  return await work(roles.owner)
}

const counted = (owner: Connection, sql: string): Promise<number> =>
  withClient(owner, async client => Number((await client.query(sql)).rows[0].count))

test('makes the demonstration where there is nothing, and anew where there is one', async () => {
  expect(await runDemo()).toBe(0)
  const entries = await between(async owner => {
    await withClient(owner, client =>
      client.query(`insert into audit.entry (area_id, class, verb, outcome)
        select id, 'consultation', 'case.search', 'done' from access.force_area`),
    )
    return counted(owner, 'select count(*) from audit.entry')
  })
  said.length = 0
  expect(await runDemo()).toBe(0)
  expect(said.at(-1)).toMatch(/^Demonstration made in \d+\.\d s$/)
  await between(async owner => {
    expect(await counted(owner, 'select count(*) from audit.entry')).toBe(entries - 1)
    expect(await counted(owner, 'select count(*) from casework.case')).toBe(120)
  })
})

test('while another Turnstone has the folder, nothing is touched', async () => {
  await between(async () => {
    await expect(runDemo()).rejects.toMatchObject({ code: 'STARTING' })
  })
})

test('where somebody real has an account, nothing is touched', async () => {
  await between(owner =>
    withClient(owner, client => client.query(`update platform.deployment set kind = 'real'`)),
  )
  await expect(runDemo()).rejects.toMatchObject({ code: 'DEMO_ON_REAL' })
  await between(async owner => {
    expect(await counted(owner, 'select count(*) from casework.case')).toBe(120)
  })
})

test.for([
  { TURNSTONE_MODE: 'real' },
  {
    DATABASE_URL: connectionUrl({
      host: 'db.example',
      port: 5432,
      database: 'd',
      user: 'u',
      password: 'p',
      tls: false,
    }),
  },
])('is refused in real mode and on a served database: %o', async environment => {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  await expect(runDemo()).rejects.toMatchObject({ code: 'DEMO_NOT_HERE' })
  for (const name of Object.keys(environment)) vi.stubEnv(name, '')
})
