import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inProgram } from '../../../src/platform/config/program-root.ts'
import { testDatabase } from '../../builders/database.ts'
import { readableAddresses } from './addresses.ts'
import { ask, listeningProduct, talk } from './listening.ts'
import { expectSafeHeaders, expectSound } from './sound.ts'

// OWASP ASVS 5.0: 4.1.1 (types), 4.1.4 (verbs), 13.4 (files that are not for everybody).

const db = await testDatabase()
const { app, port, logged } = await listeningProduct(db.door, { underLoad: 16 })

const addresses = readableAddresses(app)
const built = readdirSync(inProgram('dist', 'assets'))
const styleSheet = `/assets/${built.find(name => name.endsWith('.css')) ?? 'none'}`

test('a file of the build may be kept for ever, because its name is a digest of its content', async () => {
  const answer = await ask(port, styleSheet)
  expect(answer.status).toBe(200)
  expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(answer.headers['content-type']).toBe('text/css; charset=utf-8')
  expectSafeHeaders(answer)
})

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'application/javascript; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

test.each(built.filter(name => !/\.(br|gz|json)$/.test(name)))(
  '%s has the type of its content and the headers of every answer',
  async name => {
    const answer = await ask(port, `/assets/${name}`)
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe(types[name.split('.').at(-1) ?? ''])
    expectSafeHeaders(answer)
  },
)

test('a file is sent small to a browser that can read it small', async () => {
  const answer = await ask(port, styleSheet, { headers: { 'accept-encoding': 'br' } })
  expect(answer.headers['content-encoding']).toBe('br')
  expect(answer.headers['vary']).toBe('accept-encoding')
})

test.each(['bytes=0-9', 'bytes=0-0,1-1,2-2', 'bytes=99999999-', 'bytes=heron'])(
  'files are small: %s brings the whole, never a part or an error',
  async range => {
    const answer = await ask(port, styleSheet, { headers: { range } })
    expect(answer.status).toBe(200)
    expect(answer.headers['accept-ranges']).not.toBe('bytes')
    expect(answer.body.length).toBe((await ask(port, styleSheet)).body.length)
  },
)

test.each([
  '/assets',
  '/assets/',
  '/assets/.',
  '/assets/..',
  '/assets/manifest.json',
  '/assets/../main.js',
  '/assets/%2e%2e/main.js',
  '/assets/..%2fmain.js',
  '/assets/..%5cmain.js',
  '/assets/..\\main.js',
  '/assets/%2e%2e%2f%2e%2e%2fpackage.json',
  '/assets/%252e%252e/main.js',
  '/assets/....//main.js',
  '/assets//etc/passwd',
  '/assets/%2fetc%2fpasswd',
  '/assets/C:%5cwindows%5cwin.ini',
  '/assets/turnstone.css%00.js',
  '/assets/.%00./main.js',
  '/assets/.gitignore',
  '/assets/%2egitignore',
  `${styleSheet}.br`,
  `${styleSheet}.gz`,
  `${styleSheet}/`,
  `${styleSheet}/..`,
  `/assets/./${styleSheet.slice(8)}`,
  `/assets/x/../${styleSheet.slice(8)}`,
  styleSheet.toUpperCase(),
  '/main.js',
  '/../package.json',
  '/%2e%2e/package.json',
  '/..;/package.json',
  '//etc/passwd',
  '/.env',
  '/.git/config',
  '/dist/main.js',
  '/package.json',
])('%s leads to no file', async path => {
  const answer = await ask(port, path)
  expect(path.endsWith('.css/') ? [200, 404] : [404, 400]).toContain(answer.status)
  expectSound(answer)
})

test.each([
  ['an escape that is none', '/inspections/%zz', 400],
  ['half an escape', '/inspections/%', 400],
  ['bytes that are not UTF-8', '/inspections/forces/%ff', 400],
  ['half a surrogate pair', '/inspections/forces/%ed%a0%80', 400],
  ['a NUL', '/inspections/forces/%00', 404],
  ['a NUL for a program', '/api/inspections/forces/%00', 404],
  ['a line break', '/inspections/forces/a%0d%0ab', 404],
  ['a mark that reverses the writing', '/inspections/forces/%e2%80%ae', 404],
  ['an escaped slash', '/inspections/forces/a%2fb', 404],
  ['a slug of 101 characters', `/inspections/forces/${'a'.repeat(101)}`, 404],
  ['an address of 10,000 characters', `/${'a'.repeat(10_000)}`, 404],
  ['a path of a thousand steps', '/a'.repeat(1_000), 404],
  ['SQL', `/inspections/forces/'%20or%20'1'='1`, 404],
  ['__proto__', '/inspections/forces/__proto__', 404],
  ['constructor', '/inspections/forces/constructor', 404],
  ['a script', '/%3Cscript%3Ealert(1)%3C/script%3E', 404],
  ['an API that is not there', '/api/nothing', 404],
  ['another server', 'http://evil.test/nothing', 404],
  ['no path', '*', 400],
])('%s in a path is refused with a sentence', async (_what, path, status) => {
  const answer = await ask(port, path)
  expect(answer.status).toBe(status)
  expectSound(answer)
  expect(answer.headers['content-type']).toMatch(path.startsWith('/api/') ? /json/ : /html/)
})

test('a whole address, as a proxy may send it, is the address on this server', async () => {
  expect((await ask(port, 'http://evil.test/inspections')).status).toBe(200)
  const refused = await ask(port, 'http://evil.test/api/nothing')
  expect(refused.headers['content-type']).toContain('application/json')
})

test('a slash at the end makes no other page', async () => {
  expect((await ask(port, '/inspections/')).status).toBe(200)
})

/** The pattern that an address fills. */
const patternOf = (address: string): string =>
  app.addressPatterns.find(pattern =>
    new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`).test(address),
  ) ?? address

test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY', 'PURGE'])(
  '%s on any page, file or API is refused and told what may be used',
  async method => {
    for (const address of [...addresses, styleSheet]) {
      const takesForm = app.hasRoute({ method: 'POST', url: patternOf(address) })
      if (method === 'POST' && takesForm) continue
      const answer = await ask(port, address, { method, headers: { 'x-canary': 'heron' } })
      expect([address, answer.status]).toEqual([address, 405])
      expect(answer.headers['allow']).toBe(takesForm ? 'GET, HEAD, POST' : 'GET, HEAD')
      expect(answer.body).not.toContain('heron')
      expectSound(answer)
    }
  },
)

test('a verb on an address that is not there is only not there', async () => {
  expect((await ask(port, '/nothing', { method: 'POST' })).status).toBe(404)
})

test('HEAD is GET without the body: the same status, type and length', async () => {
  for (const address of addresses.filter(each => each !== '/health')) {
    const get = await ask(port, address)
    const head = await ask(port, address, { method: 'HEAD' })
    expect([address, head.status, head.body]).toEqual([address, get.status, ''])
    for (const name of ['content-type', 'content-length', 'etag', 'location', 'cache-control']) {
      expect(head.headers[name]).toBe(get.headers[name])
    }
    expectSafeHeaders(head)
  }
})

test.each([
  ['a form', 'application/x-www-form-urlencoded', 'name=heron'],
  ['a file', 'multipart/form-data; boundary=x', '--x\r\n\r\nheron\r\n--x--'],
  ['JSON', 'application/json', '{"__proto__":{"heron":1}}'],
  ['broken JSON', 'application/json', '{heron'],
  ['XML', 'application/xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
  ['an unknown type', 'x/heron', 'heron'],
  ['a type that is none', ';;;', 'heron'],
])('%s sent to a page is refused by its verb, unread', async (_what, type, body) => {
  for (const path of ['/inspections', '/api/inspections', '/nothing']) {
    const answer = await ask(port, path, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    })
    expect(answer.status).toBe(path === '/nothing' ? 404 : 405)
    expect(answer.body).not.toContain('heron')
  }
})

test('a body of ten gigabytes is refused before it is sent', async () => {
  const heard = await talk(
    port,
    'POST /inspections HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 10000000000\r\n\r\nstart',
  )
  expect(heard.statuses).toEqual([405])
})

test('a body with GET changes nothing', async () => {
  const headers = { 'content-length': 10 }
  const answer = await ask(port, '/inspections', { headers, body: 'name=heron' })
  expect(answer.status).toBe(200)
  expect(answer.body).not.toContain('heron')
})

test('of all these paths nothing went into the log but the patterns of routes', () => {
  const patterns = new Set([...app.addressPatterns, 'none'])
  const lines = logged.map(line => JSON.parse(line) as { code: string; route?: string })
  const routes = lines.filter(({ code }) => code === 'ANSWERED').map(({ route }) => route)
  expect(routes.length).toBeGreaterThan(100)
  expect(routes.filter(route => route === undefined || !patterns.has(route))).toEqual([])
})
