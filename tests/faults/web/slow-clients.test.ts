import type { Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ask, connected, ended, listeningRoutes, talk } from './listening.ts'

const large = 'x'.repeat(40_000_000)

const { port, logged, app } = await listeningRoutes(
  routes => {
    routes.get('/here', (_request, reply) => reply.page({ title: 'Here' }))
    routes.get('/large', (_request, reply) => reply.type('text/plain').send(large))
    routes.get('/never', () => new Promise(() => undefined))
  },
  {
    admitted: 1,
    limits: {
      underLoad: 1,
      headers: 300,
      request: 5_000,
      work: 300,
      exchange: 700,
      keepAlive: 200,
      linger: 200,
      abandoned: 300,
      sweep: 50,
    },
  },
)

/** Sends one byte after another until the server has had enough; answers after how many milliseconds. */
async function drip(socket: Socket, text: string): Promise<number> {
  const start = performance.now()
  const over = ended(socket)
  const state = { over: false }
  void over.then(() => (state.over = true))
  for (const byte of text) {
    if (state.over) break
    socket.write(byte)
    await wait(20)
  }
  await over
  return performance.now() - start
}

const head = 'GET /here HTTP/1.1\r\nHost: x\r\n'

test('headers that come byte by byte are cut, and meanwhile others are served', async () => {
  const slow = await Promise.all(Array.from({ length: 20 }, () => connected(port)))
  const dripping = slow.map(socket => drip(socket, `${head}X-Slow: ${'a'.repeat(500)}`))
  await wait(100)
  expect((await ask(port, '/here')).status).toBe(200)
  expect(Math.max(...(await Promise.all(dripping)))).toBeLessThan(1_500)
})

test('a connection that says nothing is cut', async () => {
  expect((await talk(port, '', 1_500)).closed).toBe(true)
})

test('who was too slow is told so', async () => {
  const heard = await talk(port, head, 1_500)
  expect(heard.statuses).toEqual([408])
  expect(heard.text).toContain('The request took too long to arrive. Open the page again.')
  expect(heard.closed).toBe(true)
})

test('a body that comes byte by byte holds no place and is cut after its refusal', async () => {
  const socket = await connected(port)
  const heard = { text: '' }
  socket.on('data', (chunk: Buffer) => (heard.text += chunk.toString()))
  socket.write('POST /here HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n')
  const dripping = drip(socket, 'a'.repeat(499))
  await wait(50)
  expect((await ask(port, '/here')).status).toBe(200)
  expect(await dripping).toBeLessThan(1_500)
  expect(heard.text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 405'])
})

test('who does not read the answer holds no place and is cut', async () => {
  const socket = await connected(port)
  socket.pause()
  const start = performance.now()
  const closed = new Promise<number>(resolve => {
    socket.once('close', () => resolve(performance.now() - start))
  })
  socket.write('GET /large HTTP/1.1\r\nHost: x\r\n\r\n')
  await wait(100)
  expect((await ask(port, '/here')).status).toBe(200)
  await connectionsOf(app.server, 1)
  // Only reading shows this side that the other has gone.
  socket.resume()
  expect(await closed).toBeLessThan(2_000)
})

test('who reads a large answer little by little is cut too', async () => {
  const socket = await connected(port)
  const seen = { bytes: 0 }
  socket.on('data', (chunk: Buffer) => {
    seen.bytes += chunk.length
    socket.pause()
    setTimeout(() => socket.resume(), 5)
  })
  const closed = new Promise(resolve => socket.once('close', resolve))
  socket.write('GET /large HTTP/1.1\r\nHost: x\r\n\r\n')
  await closed
  expect(seen.bytes).toBeLessThan(large.length)
})

test('an answer that is not made in time is given up with a sentence, and its place is free', async () => {
  const answer = await ask(port, '/never')
  expect(answer.status).toBe(503)
  expect(answer.headers['retry-after']).toBe('5')
  expect(answer.body).toContain('again')
  expect((await ask(port, '/here')).status).toBe(200)
  expect(logged.join('')).toContain('"code":"ANSWER_TOO_SLOW"')
})

test('work for a client who has gone keeps its place, but not for ever', async () => {
  const socket = await connected(port)
  socket.write('GET /never HTTP/1.1\r\nHost: x\r\n\r\n')
  await wait(50)
  socket.destroy()
  await wait(50)
  expect((await ask(port, '/here')).status).toBe(503)
  await wait(400)
  expect((await ask(port, '/here')).status).toBe(200)
})

test('a connection without a further request is closed', async () => {
  const heard = await talk(port, 'GET /here HTTP/1.1\r\nHost: x\r\n\r\n', 2_500)
  expect(heard).toMatchObject({ statuses: [200], closed: true })
})

/** Waits until this server has no more connections than that; fails after two seconds. */
async function connectionsOf(server: typeof app.server, most: number): Promise<void> {
  const count = () =>
    new Promise<number>(resolve => server.getConnections((_error, open) => resolve(open)))
  for (let tries = 0; tries < 40; tries += 1) {
    if ((await count()) <= most) return
    await wait(50)
  }
  expect(await count()).toBeLessThanOrEqual(most)
}
