import { expect, test } from 'vitest'
import { connectionUrl } from '../../src/platform/config/connection.ts'
import { testDatabase } from '../builders/database.ts'
import { emptyDatabase } from '../builders/empty-database.ts'
import { emptyDataDir, runProgram, startProgram, stopped } from './program.ts'

const db = await testDatabase()

test('a served database is migrated by its owner and served by the application role', async () => {
  const served = await emptyDatabase(db)
  const dataDir = await emptyDataDir()
  const env = { DATABASE_URL: connectionUrl(served.app) }
  const owner = { DATABASE_OWNER_URL: connectionUrl(served.owner) }

  const early = await runProgram({ dataDir, env })
  expect(early.code).toBe(1)
  expect(early.err).toMatch(
    /^This database is not up to date: 0001_platform, .* is missing\. Run "npm run turnstone -- migrate"/,
  )

  const ownerless = await runProgram({ dataDir, env, words: ['migrate'] })
  expect(ownerless.code).toBe(1)
  expect(ownerless.err).toMatch(/Set DATABASE_OWNER_URL to the address of the role turnstone_owner/)

  const migrated = await runProgram({ dataDir, env: { ...env, ...owner }, words: ['migrate'] })
  expect(migrated).toMatchObject({ code: 0, err: '' })
  expect(migrated.out).toMatch(/^Database brought up to date \(0001_platform, /)
  expect(migrated.out).toMatch(/^Reference data loaded \([\d,]+ rows\)/m)

  const program = startProgram({ dataDir, env })
  expect((await fetch(await program.ready)).status).toBe(200)
  const { code, out } = await stopped(program)
  expect(code).toBe(0)
  expect(out).toMatch(/^Database checked in \d+\.\d s$/m)
  expect(out).not.toMatch(/Database (made|started)/)
})

test.each([
  [
    'the superuser',
    { user: 'superuser' as const },
    /^Turnstone does not serve as the database role \w+, because it is a superuser/,
  ],
  [
    'a wrong password',
    { user: 'app' as const, password: 'wrong-word' },
    /^The PostgreSQL at \S+ port \d+ does not let turnstone_app in\./,
  ],
  [
    'a port where nothing listens',
    { user: 'app' as const, port: 1 },
    /^No PostgreSQL answers at \S+ port 1\./,
  ],
])(
  '%s in DATABASE_URL is refused without its password',
  async (_, { user, ...wrong }, sentence) => {
    const at = { ...db[user], ...wrong }
    const { code, err } = await runProgram({
      dataDir: await emptyDataDir(),
      env: { DATABASE_URL: connectionUrl(at) },
    })
    expect(code).toBe(1)
    expect(err).toMatch(sentence)
    expect(err).not.toContain(at.password)
  },
)

test('"db url" is for the embedded database', async () => {
  const env = { DATABASE_URL: connectionUrl(db.app) }
  const { code, err, out } = await runProgram({ dataDir: '/nowhere', env, words: ['db', 'url'] })
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(/^DATABASE_URL names a served database/)
})
