import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TLSSocket } from 'node:tls'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { testDatabase } from '../../../tests/builders/database.ts'
import {
  connectionUrl,
  isInTheClear,
  parseConnection,
  type Connection,
} from '../config/connection.ts'
import { asRefusal } from './serving-check.ts'
import { withClient } from './roles.ts'

const db = await testDatabase()

test('an address is read with its parts decoded', () => {
  expect(
    parseConnection('postgresql://turnstone_app:p%40ss%2Fword@[::1]:5433/turn%20stone', 'X'),
  ).toEqual({
    host: '::1',
    port: 5433,
    database: 'turn stone',
    user: 'turnstone_app',
    password: 'p@ss/word',
    tls: false,
  })
})

test('what was read and written again is the same', () => {
  const at: Connection = {
    host: 'db.example',
    port: 5432,
    database: 'turn/stone?',
    user: 'a:b@c',
    password: '#%&',
    tls: false,
  }
  expect(parseConnection(connectionUrl(at), 'X')).toEqual(at)
})

test('a socket of this machine may be named as libpq does', () => {
  const url = 'postgres://app:pw@localhost/turnstone?host=/var/run/postgresql'
  expect(parseConnection(url, 'X').host).toBe('/var/run/postgresql')
})

test.each([
  ['postgres://a:b@db.example/d', true],
  ['postgres://a:b@db.example/d?sslmode=verify-full', false],
  ['postgres://a:b@localhost/d', false],
  ['postgres://a:b@127.0.0.1/d', false],
  ['postgres://a:b@[::1]/d', false],
  ['postgres://a:b@x/d?host=/var/run/postgresql', false],
])('whether %s crosses a network in the clear: %s', (url, clear) => {
  expect(isInTheClear(parseConnection(url, 'X'))).toBe(clear)
})

test.each(['allow', 'prefer', 'no-verify', 'nonsense'])('sslmode=%s is refused', mode => {
  expect(() => parseConnection(`postgres://a:b@c/d?sslmode=${mode}`, 'DATABASE_URL')).toThrow(
    /DATABASE_URL asks for an sslmode .* Use sslmode=verify-full/,
  )
})

test.each(['require', 'verify-ca', 'verify-full'])('sslmode=%s is always verified', mode => {
  expect(parseConnection(`postgres://a:b@c/d?sslmode=${mode}`, 'X').tls).toEqual({ ca: undefined })
})

test('a certificate file that cannot be read is refused by its name', () => {
  expect(() =>
    parseConnection('postgres://a:b@c/d?sslmode=verify-full&sslrootcert=/no/such.pem', 'X'),
  ).toThrow(/certificate file \/no\/such\.pem, which cannot be read/)
})

const hasOpenssl = spawnSync('openssl', ['version']).status === 0

const folder = mkdtempSync(join(tmpdir(), 'turnstone-tls-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** An authority and a certificate for `name`, made for this run alone. */
function certificateFor(name: string): { ca: string; cert: Buffer; key: Buffer } {
  const at = (file: string) => join(folder, `${name}-${file}`)
  writeFileSync(at('ext'), `subjectAltName=DNS:${name}`)
  const run = (...words: string[]) => {
    const done = spawnSync('openssl', words, { encoding: 'utf8' })
    if (done.status !== 0) throw new Error(done.stderr)
  }
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  run(
    'req',
    '-x509',
    ...newKey,
    '-keyout',
    at('ca.key'),
    '-out',
    at('ca.pem'),
    '-days',
    '2',
    '-subj',
    '/CN=authority',
  )
  run('req', ...newKey, '-keyout', at('key'), '-out', at('csr'), '-subj', `/CN=${name}`)
  run(
    'x509',
    '-req',
    '-in',
    at('csr'),
    '-CA',
    at('ca.pem'),
    '-CAkey',
    at('ca.key'),
    '-CAcreateserial',
    '-out',
    at('pem'),
    '-days',
    '2',
    '-extfile',
    at('ext'),
  )
  return { ca: at('ca.pem'), cert: readFileSync(at('pem')), key: readFileSync(at('key')) }
}

/** Answers PostgreSQL's request for TLS with yes, then passes everything on in the clear to the real server. */
async function tlsInFront(
  of: Connection,
  identity: { cert: Buffer; key: Buffer },
): Promise<number> {
  const proxy = createServer((outer: Socket) => {
    outer.on('error', () => undefined)
    outer.once('data', () => {
      outer.write('S')
      const secure = new TLSSocket(outer, { isServer: true, ...identity })
      secure.on('error', () => undefined)
      const inner = connect(of.port, of.host)
      inner.on('error', () => undefined)
      secure.pipe(inner).pipe(secure)
    })
  })
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void proxy.close())
  const bound = proxy.address()
  return typeof bound === 'object' && bound !== null ? bound.port : 0
}

const signIn = (at: Connection): Promise<unknown> =>
  asRefusal(at, 'DATABASE_URL', () =>
    withClient(at, async client => (await client.query('select 1 as one')).rows[0]),
  ).catch((error: unknown) => error)

test('a server is believed when its certificate is for its name and from a known authority', async ({
  skip,
}) => {
  skip(!hasOpenssl, 'this machine has no openssl')
  const identity = certificateFor('localhost')
  const port = await tlsInFront(db.app, identity)
  const url = (mode: string, host: string, ca: string) => {
    const address = connectionUrl({ ...db.app, host, port })
    return parseConnection(`${address}?sslmode=${mode}${ca}`, 'DATABASE_URL')
  }
  const known = `&sslrootcert=${encodeURIComponent(identity.ca)}`
  expect(await signIn(url('verify-full', 'localhost', known))).toEqual({ one: 1 })
  expect(await signIn(url('require', 'localhost', known))).toEqual({ one: 1 })
  const refused = { code: 'DATABASE_TLS_FAILED' }
  expect(await signIn(url('verify-full', 'localhost', ''))).toMatchObject(refused)
  expect(await signIn(url('require', 'localhost', ''))).toMatchObject(refused)
  expect(await signIn(url('verify-full', '127.0.0.1', known))).toMatchObject(refused)
  expect(await signIn(url('verify-ca', '127.0.0.1', known))).toMatchObject(refused)
})

test('a server that has no TLS gets no password when the address asks for TLS', async () => {
  expect(await signIn({ ...db.app, tls: { ca: undefined } })).toMatchObject({
    code: 'DATABASE_TLS_FAILED',
  })
})
