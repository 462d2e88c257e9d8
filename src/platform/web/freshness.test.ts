import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { answersStayFresh } from './freshness.ts'

const app = Fastify()
const said = { text: 'one' }
answersStayFresh(app)
app.get('/page', (_request, reply) => reply.type('text/html; charset=utf-8').send(said.text))
app.get('/json', () => ({ said: said.text }))
app.get('/secret', (_request, reply) => reply.header('cache-control', 'no-store').send('secret'))
app.get('/away', (_request, reply) => reply.code(404).send('nothing'))

const again = (tag: string, path = '/page', method: 'GET' | 'HEAD' = 'GET') =>
  app.inject({ method, path, headers: { 'if-none-match': tag } })

test('a page is kept but asked for again, and is not sent twice while it is the same', async () => {
  const first = await app.inject('/page')
  expect(first.headers['cache-control']).toBe('no-cache')
  const second = await again(String(first.headers['etag']))
  expect(second).toMatchObject({ statusCode: 304, body: '' })
  expect(second.headers['etag']).toBe(first.headers['etag'])
  expect(second.headers['content-type']).toBeUndefined()
  expect(second.headers['content-length']).toBeUndefined()
})

test('a page that has changed is sent', async () => {
  const tag = String((await app.inject('/page')).headers['etag'])
  said.text = 'two'
  expect(await again(tag)).toMatchObject({ statusCode: 200, body: 'two' })
})

test('the tag may be one of several, and HEAD is told the same', async () => {
  const tag = String((await app.inject('/json')).headers['etag'])
  expect((await again(`W/"other", ${tag}`, '/json')).statusCode).toBe(304)
  expect((await again(tag, '/json', 'HEAD')).statusCode).toBe(304)
  expect((await again('"', '/json')).statusCode).toBe(200)
  expect((await again('', '/json')).statusCode).toBe(200)
})

test('what may not be kept, and a refusal, have no tag', async () => {
  const secret = await app.inject('/secret')
  expect(secret.headers).toMatchObject({ 'cache-control': 'no-store' })
  expect(secret.headers['etag']).toBeUndefined()
  expect((await app.inject('/away')).headers['etag']).toBeUndefined()
})
