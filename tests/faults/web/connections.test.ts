import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ask, connected, ended, listeningRoutes, talk } from './listening.ts'

import { expectSafeHeaders, expectSound } from './sound.ts'

// OWASP ASVS 5.0: 4.1.3 (headers of proxies), 4.2.1 (where a message ends), 4.2.5 (too long).

const gate = Promise.withResolvers<void>()

const { port, logged } = await listeningRoutes(
  app => {
    app.get('/here', (_request, reply) => reply.page({ title: 'Here', children: 'yes' }))
    app.get('/later', async (_request, reply) => {
      await gate.promise
      return reply.page({ title: 'Later' })
    })
    app.get('/from', (request, reply) =>
      reply.send([request.ip, request.hostname, request.protocol].join(' ')),
    )
    app.get('/words/:word', (_request, reply) => reply.page({ title: 'A word' }))
    app.get('/broken', () => {
      throw new Error('heron')
    })
  },
  { limits: { linger: 200 } },
)

const closing = await listeningRoutes(app => {
  app.get('/slow', async (_request, reply) => {
    await wait(200)
    return reply.page({ title: 'Slow' })
  })
})

/** A request in its exact bytes, with the lines that every good one has. */
const get = (path: string, ...headers: string[]): string =>
  [`GET ${path} HTTP/1.1`, 'Host: here.test', ...headers, '', ''].join('\r\n')

const smuggled = get('/broken')

/** Answers of Node or Fastify would have other words, or none; ours have a page. */
const ours = 'This address or form could not be read - Turnstone'

test.each([
  ['no HTTP at all', 'hello heron\r\n\r\n'],
  ['a handshake of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03heron\r\n\r\n'],
  ['HTTP of another version', 'GET /here HTTP/3.0\r\nHost: x\r\n\r\n'],
  ['a verb that is none', 'HERON /here HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['a blank in the path', 'GET /here heron HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['a path that does not start at the root', 'GET here HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['an asterisk', 'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['an address of another kind', 'GET ftp://heron/here HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['no host', 'GET /here HTTP/1.1\r\n\r\n'],
  ['two hosts', get('/here', 'Host: heron.test')],
  ['a header without a name', get('/here', ': heron')],
  ['a blank before the colon', get('/here', 'X-Heron : 1')],
  ['a header in two lines', get('/here', 'X-One: 1', ' heron')],
  ['a NUL in a header', get('/here', 'X-One: he\0ron')],
  ['a lone line feed', 'GET /here HTTP/1.1\nHost: x\n\n'],
  ['a lone carriage return in a header', get('/here', 'X-One: 1\rX-Heron: 2')],
  ['a length that is no number', get('/here', 'Content-Length: heron')],
  ['a negative length', get('/here', 'Content-Length: -1')],
  ['two lengths', get('/here', 'Content-Length: 1', 'Content-Length: 2')],
  ['a length beyond all numbers', get('/here', `Content-Length: ${'9'.repeat(30)}`)],
  [
    'a length and chunks',
    `${get('/here', 'Content-Length: 6', 'Transfer-Encoding: chunked')}0\r\n\r\n${smuggled}`,
  ],
  [
    'chunks and a length',
    `${get('/here', 'Transfer-Encoding: chunked', 'Content-Length: 6')}0\r\n\r\n${smuggled}`,
  ],
  ['an encoding before chunks that is none', get('/here', 'Transfer-Encoding: xchunked')],
  ['chunks that do not come last', get('/here', 'Transfer-Encoding: chunked, identity')],
  ['chunks twice', get('/here', 'Transfer-Encoding: chunked', 'Transfer-Encoding: identity')],
])('%s is answered once, with a sentence, and nothing after it is read', async (_what, bytes) => {
  const before = logged.length
  const heard = await talk(port, bytes)
  expect(heard.statuses).toHaveLength(1)
  expect(heard.statuses[0]).toBeOneOf([400, 405])
  expect(heard.text).toContain(ours)
  expect(heard.text).toContain("content-security-policy: default-src 'none'")
  expect(heard.text).not.toContain('eron')
  expect(logged.slice(before).join('')).not.toMatch(/eron|broken/)
})

test.each([
  ['a word', 'heron', 200],
  ['a word of another language', '%C5%B4yn', 200],
  ['a NUL', 'he%00ron', 404],
  ['a line break', 'he%0Aron', 404],
  ['a mark that reverses the writing', 'he%E2%80%AEron', 404],
])(
  '%s as a part of an address: a route sees nothing that is no text',
  async (_what, word, status) => {
    expect((await ask(port, `/words/${word}`)).status).toBe(status)
  },
)

test('a connection that could not be read is closed', async () => {
  expect((await talk(port, 'hello\r\n\r\n')).closed).toBe(true)
})

test('HTTP/1.0 knew no host and is answered', async () => {
  expect((await talk(port, 'GET /here HTTP/1.0\r\n\r\n')).statuses).toEqual([200])
})

test('headers of 20 kB are refused with a sentence', async () => {
  const heard = await talk(port, get('/here', `Cookie: ${'heron'.repeat(4_000)}`))
  expect(heard.statuses).toEqual([431])
  expect(heard.text).toContain('too long. Start again from the first page.')
})

test('an expectation that nobody knows is refused with a sentence', async () => {
  const answer = await ask(port, '/here', { headers: { expect: 'heron' } })
  expect(answer.status).toBe(417)
  expectSound(answer)
})

test('an upgrade to another protocol is not taken up', async () => {
  const heard = await talk(port, get('/here', 'Connection: Upgrade', 'Upgrade: websocket'))
  expect(heard.statuses).toEqual([200])
})

test('a tunnel to somewhere else is not opened', async () => {
  const heard = await talk(port, 'CONNECT heron.test:443 HTTP/1.1\r\nHost: heron.test\r\n\r\n')
  expect(heard).toMatchObject({ closed: true, text: '' })
})

test('several requests in one packet are answered in their order', async () => {
  const heard = await talk(port, `${get('/here')}${get('/nothing')}${get('/here')}`)
  expect(heard.statuses).toEqual([200, 404, 200])
})

test('nonsense after a good request does not take the place of its answer', async () => {
  const talking = talk(port, `${get('/later')}heron\r\n\r\n`)
  setTimeout(gate.resolve, 100)
  const heard = await talking
  expect(heard.statuses).toEqual([200])
  expect(heard.text).toContain('<title>Later - Turnstone</title>')
  expect(heard.closed).toBe(true)
})

test('a body that cannot be read after its request was refused brings no second answer', async () => {
  const socket = await connected(port)
  const heard = { text: '' }
  socket.on('data', (chunk: Buffer) => (heard.text += chunk.toString()))
  socket.write('POST /here HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n')
  await wait(50)
  socket.write('heron\r\n')
  await ended(socket)
  expect(heard.text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 405'])
})

test('what a proxy would say about itself is believed of nobody', async () => {
  const plain = await ask(port, '/from', { headers: { host: 'here.test' } })
  const spoofed = await ask(port, '/from', {
    headers: {
      host: 'here.test',
      forwarded: 'for=192.0.2.1;host=heron.test;proto=https',
      'x-forwarded-for': '192.0.2.1',
      'x-forwarded-host': 'heron.test',
      'x-forwarded-proto': 'https',
      'x-forwarded-port': '443',
      'x-forwarded-prefix': '/heron',
      'x-real-ip': '192.0.2.1',
      'x-original-url': '/broken',
      'x-rewrite-url': '/broken',
      'x-http-method-override': 'DELETE',
      'x-request-id': 'heron',
      'accept-version': '9.x',
    },
  })
  expect(plain.body).toBe('127.0.0.1 here.test http')
  expect(spoofed).toMatchObject({ status: 200, body: plain.body })
})

test('a route that throws is answered with our page, and its connection goes on', async () => {
  const [first, second] = [await ask(port, '/broken'), await ask(port, '/here')]
  expect(first.status).toBe(500)
  expect(first.body).toContain('<title>Sorry, there is a problem - Turnstone</title>')
  expect(first.body).not.toContain('heron')
  expectSafeHeaders(first)
  expect(second.status).toBe(200)
})

test('of what could not be read the log says only that it was so', () => {
  const lines = logged.map(line => JSON.parse(line) as { code: string })
  const unreadable = lines.filter(({ code }) => code === 'UNREADABLE')
  expect(unreadable.length).toBeGreaterThan(20)
  for (const line of unreadable) {
    expect(Object.keys(line)).toEqual(['time', 'level', 'code', 'status'])
  }
  expect(logged.join('')).not.toContain('heron')
})

test('a connection that ends in the middle of a request leaves nothing behind', async () => {
  const socket = await connected(port)
  socket.write('GET /here HTTP/1.1\r\nHo')
  socket.destroy()
  await ended(socket)
  expect((await ask(port, '/here')).status).toBe(200)
})

test('while the server closes, a request on an open connection is still answered by us', async () => {
  const slow = Promise.all([connected(closing.port), connected(closing.port)])
  const [early, late] = await slow
  const heard = { early: '', late: '' }
  early.on('data', (chunk: Buffer) => (heard.early += chunk.toString()))
  late.on('data', (chunk: Buffer) => (heard.late += chunk.toString()))
  early.write(get('/slow'))
  late.write(get('/slow').slice(0, -2))
  await wait(50)
  const closed = closing.app.close()
  late.write('\r\n')
  await ended(late)
  expect(heard.late).toMatch(/^HTTP\/1.1 200 .*connection: close.*<title>Slow - /is)
  expect(heard.early).toMatch(/^HTTP\/1.1 200 .*<title>Slow - /s)
  early.destroy()
  await closed
})
