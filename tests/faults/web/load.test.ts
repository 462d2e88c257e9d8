import { readdirSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inProgram } from '../../../src/platform/config/program-root.ts'
import type { Door } from '../../../src/platform/db/door.ts'
import { testDatabase } from '../../builders/database.ts'
import { ask, connected, listeningRoutes, type Answer } from './listening.ts'
import { expectSafeHeaders } from './sound.ts'

const db = await testDatabase()

/** Pages of this test wait here until somebody opens. */
const gate = { opened: Promise.withResolvers<void>(), waiting: 0, working: 0, done: 0 }

function open(): void {
  gate.opened.resolve()
  gate.opened = Promise.withResolvers()
}

/** A database that is slow to answer pages, and quick to say how it is. */
const door: Door = {
  ...db.door,
  reading: async (actor, work) => {
    gate.waiting += 1
    gate.working += 1
    await gate.opened.promise.finally(() => (gate.waiting -= 1))
    return db.door.reading(actor, work).finally(() => {
      gate.working -= 1
      gate.done += 1
    })
  },
}

const places = 4

const { port, logged } = await listeningRoutes(
  app => {
    app.get('/page', async (request, reply) => {
      await request.reading(tx => tx.selectNoFrom(eb => eb.lit(1).as('one')).execute())
      return reply.page({ title: 'A page' })
    })
    app.get('/api/thing', async request => {
      await request.reading(tx => tx.selectNoFrom(eb => eb.lit(1).as('one')).execute())
      return {}
    })
    app.get('/quick', (_request, reply) => reply.page({ title: 'Quick' }))
    app.get('/throws', () => {
      throw new Error('in a route')
    })
    app.get('/rejects', () => Promise.reject(new Error('in a route')))
    app.get(
      '/hook',
      {
        onRequest: () => {
          throw new Error('in a hook')
        },
      },
      () => 'never',
    )
    app.get('/late', { onSend: () => Promise.reject(new Error('in a late hook')) }, () => 'x')
    app.get('/bad-json', (_request, reply) => reply.send({ one: 1n }))
    app.get('/hijack', (_request, reply) => {
      reply.hijack()
      reply.raw.writeHead(204).end()
    })
    app.get('/redirect', (_request, reply) => reply.redirect('/quick', 303))
  },
  { door, admitted: places, limits: { underLoad: places, abandoned: 5_000, health: 500 } },
)

const many = (count: number, path = '/page'): Promise<Answer>[] =>
  Array.from({ length: count }, () => ask(port, path))

/** Work that nobody waits for any more is done, and so is its answer. */
async function idle(): Promise<void> {
  await until(() => gate.working === 0)
  await wait(20)
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 400) throw new Error('waited two seconds in vain')
    await wait(5)
  }
}

/** Fills every place, looks at what one more is told, and lets all go. */
async function placesAreFree(): Promise<void> {
  const asked = many(places)
  await until(() => gate.waiting === places)
  expect((await ask(port, '/page')).status).toBe(503)
  open()
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(
    Array.from({ length: places }, () => 200),
  )
}

test('as many as there are places are served, the others are at once asked to come back', async () => {
  const start = performance.now()
  const asked = many(places)
  await until(() => gate.waiting === places)
  const turnedAway = await Promise.all(many(60))
  expect(performance.now() - start).toBeLessThan(1_500)
  for (const answer of turnedAway) {
    expect(answer.status).toBe(503)
    expect(answer.headers['retry-after']).toBe('2')
    expectSafeHeaders(answer)
  }
  expect(turnedAway[0]?.body).toContain('Turnstone is busy: try again in 2 seconds - Turnstone')
  expect(turnedAway[0]?.body).toContain('Wait 2 seconds, then open the page again.')
  expect(gate.waiting).toBe(places)
  open()
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 200, 200])
  await placesAreFree()
})

test('a program is turned away in JSON, and HEAD without a body', async () => {
  const asked = many(places)
  await until(() => gate.waiting === places)
  const json = await ask(port, '/api/thing')
  expect(json.status).toBe(503)
  expect(JSON.parse(json.body)).toEqual({
    error: {
      status: 503,
      title: 'Turnstone is busy: try again in 2 seconds',
      sentence: expect.stringContaining('than it can answer quickly') as string,
    },
  })
  expect(await ask(port, '/page', { method: 'HEAD' })).toMatchObject({ status: 503, body: '' })
  expect(await ask(port, '/page', { method: 'POST', body: 'a=b' })).toMatchObject({ status: 503 })
  open()
  await Promise.all(asked)
})

test('the files of a page that was let in come too', async () => {
  const style = readdirSync(inProgram('dist', 'assets')).find(name => name.endsWith('.css')) ?? ''
  const asked = many(places)
  await until(() => gate.waiting === places)
  expect((await ask(port, `/assets/${style}`)).status).toBe(200)
  open()
  await Promise.all(asked)
})

test('one look at the database tells all who ask meanwhile how we are, also under load', async () => {
  const asked = many(places)
  await until(() => gate.waiting === places)
  const before = gate.done
  const looks = many(30, '/health')
  await until(() => gate.waiting === places + 1)
  await wait(50)
  expect(gate.waiting).toBe(places + 1)
  open()
  expect(new Set((await Promise.all(looks)).map(({ status }) => status))).toEqual(new Set([200]))
  await Promise.all(asked)
  expect(gate.done - before).toBe(places + 1)
})

test('a database that keeps silent is not healthy', async () => {
  const answer = await ask(port, '/health')
  expect(answer.status).toBe(503)
  expect(JSON.parse(answer.body)).toEqual({ status: 'unavailable', database: 'does not answer' })
  open()
})

test.each([
  ['/throws', 500],
  ['/rejects', 500],
  ['/hook', 500],
  ['/late', 500],
  ['/bad-json', 500],
  ['/hijack', 204],
  ['/redirect', 303],
  ['/quick', 200],
  ['/nothing', 404],
  ['/%zz', 400],
  ['/quick?a=%00', 400],
])('%s gives its place back', async (path, status) => {
  const answers = await Promise.all(many(places, path))
  expect(answers.map(answer => answer.status)).toEqual([status, status, status, status])
  if (status >= 400) expectSafeHeaders(answers[0] ?? (await ask(port, path)))
  await placesAreFree()
})

test('HEAD takes a place and gives it back', async () => {
  const asked = Array.from({ length: places }, () => ask(port, '/page', { method: 'HEAD' }))
  await until(() => gate.waiting === places)
  expect((await ask(port, '/page')).status).toBe(503)
  open()
  await Promise.all(asked)
  await placesAreFree()
})

test('coming and going does not get round the limit: work that was left behind keeps its place', async () => {
  for (let round = 0; round < 10; round += 1) {
    const socket = await connected(port)
    socket.write('GET /page HTTP/1.1\r\nHost: x\r\n\r\n')
    await wait(10)
    socket.destroy()
  }
  expect(gate.waiting).toBe(places)
  expect((await ask(port, '/page')).status).toBe(503)
  open()
  await idle()
  await placesAreFree()
})

test('a thousand clients who go away before their answer leave every place free', async () => {
  const opening = setInterval(open, 5)
  for (let round = 0; round < 20; round += 1) {
    await Promise.all(
      Array.from({ length: 50 }, async () => {
        const socket = await connected(port)
        socket.write('GET /page HTTP/1.1\r\nHost: x\r\n\r\n')
        socket.destroySoon()
        socket.resetAndDestroy()
      }),
    )
  }
  await idle()
  clearInterval(opening)
  await placesAreFree()
})

test('that load was shed is logged, at most once a second', () => {
  const shed = logged
    .map(line => JSON.parse(line) as { code: string; time: string })
    .filter(({ code }) => code === 'LOAD_SHED')
    .map(({ time }) => Date.parse(time))
  expect(shed.length).toBeGreaterThan(0)
  for (const [at, time] of shed.entries()) {
    if (at > 0) expect(time - (shed[at - 1] ?? 0)).toBeGreaterThanOrEqual(990)
  }
})
