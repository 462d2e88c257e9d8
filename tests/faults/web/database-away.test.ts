import { expect, test } from 'vitest'
import { Broken } from '../../../src/platform/log/broken.ts'
import { servingLimits } from '../../../src/platform/db/session.ts'
import { openDoor, type Door } from '../../../src/platform/db/door.ts'
import { withClient } from '../../../src/platform/db/roles.ts'
import { testDatabase } from '../../builders/database.ts'
import { textOf } from '../../builders/page-text.ts'
import { readableAddresses } from './addresses.ts'
import { databaseLink } from './database-link.ts'
import { ask, listeningProduct, type Answer } from './listening.ts'
import { expectSafeHeaders, expectSentence } from './sound.ts'

const db = await testDatabase()
const link = await databaseLink(db.app)
const door = openDoor(link.at, { size: 3, limits: { ...servingLimits, connect: 300 } })
const { port, logged } = await listeningProduct(door, { work: 700, health: 500, underLoad: 16 })

const surprise: { thrown: unknown } = { thrown: null }
const fail = async (): Promise<never> => {
  await Promise.resolve()
  throw surprise.thrown
}
const throwing: Door = {
  reading: fail,
  writing: fail,
  glancing: fail,
  close: () => Promise.resolve(),
}
const { app: brokenApp, port: brokenPort, logged: brokenLog } = await listeningProduct(throwing)

/** The addresses that need the database, found by asking without one. */
surprise.thrown = new Broken('DATABASE_LOST')
const needing: string[] = []
for (const address of readableAddresses(brokenApp)) {
  const { status } = await ask(brokenPort, address)
  if (status === 503 && address !== '/health') needing.push(address)
}

function expectAway(answer: Answer): void {
  expect(answer.status).toBe(503)
  expect(answer.headers['retry-after']).toBe('5')
  expect(answer.headers['cache-control']).toBe('no-store')
  expectSafeHeaders(answer)
  expectSentence(answer)
  expect(answer.body).toContain('Turnstone cannot reach its records just now. Wait 5 seconds')
}

test('pages, files and the API need the database; what the product is, is told without it', () => {
  expect(needing).toEqual(
    expect.arrayContaining(['/', '/inspections', '/api/inspections', '/inspections/results.csv']),
  )
  expect(needing).not.toContain('/accessibility')
  expect(needing).not.toContain('/api/openapi.json')
})

test.each([
  ['DATABASE_LOST', {}],
  ['DATABASE_BUSY', {}],
  ['DATABASE_TIMEOUT', { sqlstate: '57014' }],
  ['DATABASE_UNREACHABLE', {}],
  ['DATABASE_REFUSED', { sqlstate: '53300' }],
  ['DATABASE_REFUSED', { sqlstate: '53100' }],
  ['DATABASE_REFUSED', { sqlstate: '40001' }],
] as const)('%s %o passes: every address asks to come back', async (code, facts) => {
  surprise.thrown = new Broken(code, facts)
  for (const address of needing) expectAway(await ask(brokenPort, address))
})

test.each([
  ['a statement that the database refuses', new Broken('DATABASE_REFUSED', { sqlstate: '42501' })],
  ['a broken promise of our own', new Broken('AUDIT_CHAIN')],
  ['a slip in the program', new TypeError("cannot read 'heron' of undefined")],
  ['an error that says it is a 404', Object.assign(new Error('heron'), { statusCode: 404 })],
  ['something that is no error', 'heron'],
  ['nothing', undefined],
])('%s is our page for problems, without a word about itself', async (what, thrown) => {
  surprise.thrown = thrown
  for (const address of needing) {
    const answer = await ask(brokenPort, address)
    expectSafeHeaders(answer)
    expectSentence(answer)
    expect(answer.body).not.toMatch(/heron|TypeError|42501|AUDIT/)
    if (what.includes('404')) continue
    expect([address, answer.status]).toEqual([address, 500])
    expect(answer.body).toContain('Sorry, there is a problem')
  }
})

test('the log holds the code, the id of the request and nothing of the error', async () => {
  brokenLog.length = 0
  surprise.thrown = new Broken('DATABASE_REFUSED', { sqlstate: '23505', detail: 'heron' })
  await ask(brokenPort, '/')
  const [error, answered] = brokenLog.map(line => JSON.parse(line) as Record<string, unknown>)
  expect(error).toEqual({
    time: expect.any(String) as string,
    level: 'error',
    code: 'DATABASE_REFUSED',
    sqlstate: '23505',
    request: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    status: 500,
  })
  expect(answered?.['request']).toBe(error?.['request'])
  surprise.thrown = new Error('heron')
  await ask(brokenPort, '/')
  expect(brokenLog.join('')).toContain('"code":"UNEXPECTED"')
  expect(brokenLog.join('')).not.toContain('heron')
})

test('health says so when the database throws, whatever it throws', async () => {
  for (const thrown of [new Broken('DATABASE_LOST'), new Error('heron'), undefined]) {
    surprise.thrown = thrown
    const answer = await ask(brokenPort, '/health')
    expect(answer.status).toBe(503)
    expect(JSON.parse(answer.body)).toEqual({ status: 'unavailable', database: 'does not answer' })
  }
})

test('a database that stops and starts again: pages ask to come back, and then are there again', async () => {
  expect((await ask(port, '/inspections')).status).toBe(200)
  expect((await ask(port, '/health')).status).toBe(200)
  link.cut()
  for (const address of needing) expectAway(await ask(port, address))
  expect((await ask(port, '/health')).status).toBe(503)
  expect((await ask(port, '/accessibility')).status).toBe(200)
  link.mend()
  for (const address of needing.filter(each => each !== '/forces')) {
    expect((await ask(port, address)).status).not.toBe(503)
  }
  expect((await ask(port, '/health')).status).toBe(200)
  expect(logged.join('')).toContain('"code":"DATABASE_LOST"')
})

test('sessions that the database ends by itself cost no more than the requests of that moment', async () => {
  await Promise.all(Array.from({ length: 3 }, () => ask(port, '/inspections')))
  await withClient(db.superuser, client =>
    client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'turnstone_app' and datname = $1`,
      [db.database],
    ),
  )
  const statuses: number[] = []
  for (let tries = 0; tries < 6; tries += 1) statuses.push((await ask(port, '/inspections')).status)
  expect(statuses.slice(3)).toEqual([200, 200, 200])
  expect(statuses.filter(status => status !== 200 && status !== 503)).toEqual([])
})

test('a database that keeps silent: pages are given up in time, and are there again afterwards', async () => {
  link.swallow()
  const start = performance.now()
  const answers = await Promise.all(needing.slice(0, 6).map(address => ask(port, address)))
  for (const answer of answers) expectAway(answer)
  expect((await ask(port, '/health')).status).toBe(503)
  expect(performance.now() - start).toBeLessThan(3_000)
  link.mend()
  expect((await ask(port, '/inspections')).status).toBe(200)
  expect((await ask(port, '/health')).status).toBe(200)
})

test('what the database says in words is in no page and in no log', async () => {
  const role = await ask(port, '/')
  expect(role.body).not.toContain('turnstone_app')
  expect(textOf(logged.join(''))).not.toMatch(/terminating connection|ECONN|password|127\.0\.0\.1/)
})
