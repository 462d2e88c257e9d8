import type { FastifyInstance } from 'fastify'
import { expect, test } from 'vitest'
import { listeningRoutes } from './listening.ts'

const routes = (app: FastifyInstance) => {
  app.get('/from', request => ({ from: request.ip }))
}

const { app: open } = await listeningRoutes(routes)
const { app: proxied } = await listeningRoutes(routes, { trustedProxies: ['10.1.0.0/16'] })

const from = async (app: FastifyInstance, remoteAddress: string, said: string) => {
  const headers = { 'x-forwarded-for': said }
  const answer = await app.inject({ url: '/from', remoteAddress, headers })
  return answer.json<{ from: string }>().from
}

test('without a named proxy nobody’s word about an address is believed', async () => {
  expect(await from(open, '10.1.2.3', '192.0.2.1')).toBe('10.1.2.3')
  expect(await from(open, '127.0.0.1', '192.0.2.1')).toBe('127.0.0.1')
})

test('a named proxy tells who asked it', async () => {
  expect(await from(proxied, '10.1.2.3', '192.0.2.1')).toBe('192.0.2.1')
})

test('what a client put before the proxy’s own word counts for nothing', async () => {
  expect(await from(proxied, '10.1.2.3', '127.0.0.1, 192.0.2.1')).toBe('192.0.2.1')
  expect(await from(proxied, '10.1.2.3', '192.0.2.7, 192.0.2.1, 10.1.9.9')).toBe('192.0.2.1')
})

test('whoever comes past the proxy is who the connection says', async () => {
  expect(await from(proxied, '192.0.2.9', '127.0.0.1')).toBe('192.0.2.9')
})
