import type { Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { ask, connected, ended } from '../../../tests/faults/web/listening.ts'
import { expectSafeHeaders } from '../../../tests/faults/web/sound.ts'
import { systemClock } from '../clock/clock.ts'
import { openLog } from '../log/log.ts'
import { openAdmission } from './admission.ts'
import { unbuiltAssets } from './assets/manifest.ts'
import { usualLimits } from './limits.ts'
import { openListener } from './listener.ts'

const logged: string[] = []

const listener = openListener({
  frame: { navigation: [], assets: unbuiltAssets },
  limits: { ...usualLimits, connections: 5 },
  admission: openAdmission({ atOnce: 4, underLoad: 4 }, systemClock),
  clock: systemClock,
  log: openLog({ clock: systemClock, style: 'json', write: line => void logged.push(line) }),
})

const server = listener.serve((request, response) => {
  if (request.url === '/throws') throw new Error('heron')
  response.end('fine')
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
const port = await new Promise<number>(resolve => {
  server.listen(0, '127.0.0.1', () => resolve(portOf(server)))
})

function portOf(listening: Server): number {
  const address = listening.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

test('what throws before any route ends its own request and not the program', async () => {
  for (let round = 0; round < 10; round += 1) {
    const answer = await ask(port, '/throws')
    expect(answer.status).toBe(500)
    expect(answer.body).toContain('Sorry, there is a problem')
    expect(answer.body).not.toContain('heron')
    expectSafeHeaders(answer)
  }
  expect((await ask(port, '/fine')).body).toBe('fine')
  expect(logged.join('')).toContain('"code":"UNEXPECTED"')
  expect(logged.join('')).not.toContain('heron')
})

test('more connections than we can watch are closed at once, and those that are open go on', async () => {
  const { body } = await ask(port, '/fine')
  expect(body).toBe('fine')
  const taken = await Promise.all(Array.from({ length: 4 }, () => connected(port)))
  const surplus = await connected(port)
  expect(await Promise.race([ended(surplus).then(() => 'closed'), wait(1_000)])).toBe('closed')
  for (const socket of taken) socket.destroy()
  expect((await ask(port, '/fine')).body).toBe('fine')
})
