import { expect, test } from 'vitest'
import { Refusal } from '../log/refusal.ts'
import { inProgram } from './program-root.ts'
import { readOwner, readSettings } from './settings.ts'

const refusal = (environment: Record<string, string>): Refusal => {
  try {
    readSettings(environment, 1000)
  } catch (error) {
    if (error instanceof Refusal) return error
  }
  throw new Error('was not refused')
}

test('with nothing set the program serves this machine alone, on its own database, as a demonstration', () => {
  expect(readSettings({}, 1000)).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataDir: inProgram('.turnstone'),
    database: { is: 'embedded' },
    pool: 10,
    mode: 'demo',
    publicAddress: null,
    trustedProxies: [],
    audit: { copies: null, name: 'turnstone.local' },
  })
})

test('an empty setting counts as not set', () => {
  expect(readSettings({ PORT: '', DATABASE_URL: '' }, 1000)).toMatchObject({ port: 3000 })
})

test('root keeps its data where the user who runs the database can reach them', () => {
  expect(readSettings({}, 0).dataDir).toBe('/var/lib/turnstone')
})

test('a served database is real unless told otherwise', () => {
  const url = 'postgres://turnstone_app:pw@db.example/turnstone'
  expect(readSettings({ DATABASE_URL: url }, 1000).mode).toBe('real')
  expect(readSettings({ DATABASE_URL: url, TURNSTONE_MODE: 'demo' }, 1000).mode).toBe('demo')
})

test.each([
  [{ PORT: 'three' }, /^PORT must be a whole number/],
  [{ PORT: '65536' }, /^PORT must be a whole number/],
  [{ PORT: '-1' }, /^PORT must be a whole number/],
  [{ PORT: '3e3' }, /^PORT must be a whole number/],
  [{ HOST: 'http://here' }, /^HOST must be an address/],
  [{ DATABASE_POOL: '0' }, /^DATABASE_POOL must be/],
  [{ DATABASE_POOL: '81' }, /^DATABASE_POOL may be 80 at most on the embedded database/],
  [{ TURNSTONE_MODE: 'Demo' }, /^TURNSTONE_MODE must be "demo" or "real"/],
])('%o is refused with a sentence', (environment, sentence) => {
  expect(refusal(environment).sentence).toMatch(sentence)
})

test('two wrong settings are told together', () => {
  expect(refusal({ PORT: 'x', TURNSTONE_MODE: 'y' }).sentence).toMatch(/PORT .* TURNSTONE_MODE /)
})

test.each([
  'postgres://app:s3cret-word@db.example/turnstone?sslmode=prefer',
  'postgres://app:s3cret-word@db.example:99999/turnstone',
  'mysql://app:s3cret-word@db.example/turnstone',
  'postgres://app:s3cret-word@db.example/',
  'postgres://:s3cret-word@db.example/turnstone',
  'postgres://app:s3cret-word%@db.example/turnstone',
  'app:s3cret-word@db.example',
])('a wrong DATABASE_URL (%s) is refused without repeating its password', url => {
  const { sentence, message, code } = refusal({ DATABASE_URL: url })
  expect(code).toBe('DATABASE_URL_INVALID')
  expect(sentence).toMatch(/^DATABASE_URL /)
  expect(`${sentence} ${message}`).not.toContain('s3cret')
})

test('the owner of the database is read apart from everything else', () => {
  const url = 'postgres://turnstone_owner:s3cret%20word@db.example/turnstone'
  expect(readOwner({})).toBeNull()
  expect(readOwner({ DATABASE_OWNER_URL: url })).toMatchObject({
    password: 's3cret word',
    port: 5432,
  })
  expect(JSON.stringify(readSettings({ DATABASE_OWNER_URL: url }, 1000))).not.toContain('s3cret')
})
