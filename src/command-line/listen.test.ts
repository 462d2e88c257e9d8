import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { addressOf, portRefusal, requireFreePort } from './listen.ts'

test('the address is one that a browser takes', () => {
  expect(addressOf('127.0.0.1', 3000)).toBe('http://127.0.0.1:3000')
  expect(addressOf('::1', 3000)).toBe('http://[::1]:3000')
  expect(addressOf('0.0.0.0', 80)).toBe('http://localhost:80')
})

test('a port that is taken is refused, and the next one is proposed', async () => {
  const squatter = createServer()
  await new Promise<void>(resolve => squatter.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void squatter.close())
  const bound = squatter.address()
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0
  await expect(requireFreePort('127.0.0.1', port)).rejects.toMatchObject({
    code: 'PORT_TAKEN',
    sentence: expect.stringContaining(`PORT=${port + 1} npm start`),
  })
})

test('looking at a free port leaves it free', async () => {
  await requireFreePort('127.0.0.1', 0)
  await requireFreePort('127.0.0.1', 0)
})

test.each([
  ['EACCES', 'PORT_NOT_ALLOWED'],
  ['EADDRNOTAVAIL', 'HOST_NOT_HERE'],
  ['ENOTFOUND', 'HOST_NOT_HERE'],
])('%s from the system is %s', (system, code) => {
  expect(portRefusal(Object.assign(new Error(), { code: system }), 'h', 80)).toMatchObject({ code })
})

test('what nobody foresaw stays as it is', () => {
  const error = new Error('else')
  expect(portRefusal(error, 'h', 80)).toBe(error)
})
