import { expect, test } from 'vitest'
import { systemClock } from '../platform/clock/clock.ts'
import { openLog } from '../platform/log/log.ts'
import { endOfServing } from './end-of-serving.ts'

const never = new Promise<never>(() => undefined)

function serving(what: {
  asked?: Promise<void>
  crashed?: Promise<unknown>
  ended?: Promise<void>
}) {
  const lines: string[] = []
  const log = openLog({ clock: systemClock, style: 'json', write: line => lines.push(line) })
  const signals = {
    asked: what.asked ?? never,
    hurried: never,
    wasAsked: () => false,
    release: () => undefined,
  }
  const server = { port: 1, pid: 1, ended: what.ended ?? never, stop: () => Promise.resolve() }
  const crash = { crashed: what.crashed ?? never }
  return { lines, end: endOfServing({ signals, crash, server, log, dataDir: '/data' }) }
}

test('it ends when somebody asks', async () => {
  await expect(serving({ asked: Promise.resolve() }).end).resolves.toBeUndefined()
})

test('a database that ends by itself is a sentence for the person and a code for the log', async () => {
  const { end, lines } = serving({ ended: Promise.resolve() })
  await expect(end).rejects.toMatchObject({
    code: 'DATABASE_DIED',
    sentence: expect.stringContaining('/data/db.log says why'),
  })
  expect(lines.join('')).toContain('"code":"DATABASE_DIED"')
})

test('what nobody caught is told by its kind and place, not by its words', async () => {
  const { end, lines } = serving({ crashed: Promise.resolve(new TypeError('Mary Walker is null')) })
  const error = await end.catch((caught: unknown) => caught)
  expect(error).toMatchObject({
    code: 'UNEXPECTED',
    facts: { error: 'TypeError', at: expect.stringMatching(/^end-of-serving\.test\.ts:\d+:\d+$/) },
  })
  expect(`${JSON.stringify(error)}${String(error)}${lines.join('')}`).not.toContain('Mary')
})
