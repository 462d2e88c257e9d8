import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { testDatabase } from '../../builders/database.ts'
import { ask, listeningProduct, talk, type Answer } from './listening.ts'

// OWASP ASVS 5.0: 16.2.5 and 16.4.1 (what may be logged, and nothing injected), 16.5.1 (no insides shown).

const db = await testDatabase()
const { port, logged } = await listeningProduct(db.door, { headers: 300, sweep: 50, linger: 100 })

/** A word that stands for a name that somebody typed, and that nothing of ours contains. */
const canary = 'Kestrelwood'

const everywhere = {
  'user-agent': canary,
  referer: `http://here.test/${canary}`,
  origin: `http://${canary}.test`,
  cookie: `session=${canary}; __Host-x=${canary}`,
  authorization: `Bearer ${canary}`,
  accept: `text/${canary}`,
  'accept-language': canary,
  'accept-encoding': canary,
  'if-none-match': `"${canary}"`,
  'if-modified-since': canary,
  range: `bytes=${canary}`,
  'content-type': `text/${canary}`,
  forwarded: `for=${canary}`,
  'x-forwarded-for': canary,
  'x-forwarded-host': `${canary}.test`,
  'x-request-id': canary,
  'request-id': canary,
  'x-correlation-id': canary,
  traceparent: canary,
  'x-http-method-override': canary,
  [`x-${canary}`]: canary,
}

const said = (answer: Answer): string => JSON.stringify(answer)

const paths = [
  `/${canary}`,
  `/inspections/forces/${canary}`,
  `/inspections/forces/${canary}%00`,
  `/inspections/forces/${canary.repeat(12)}`,
  `/inspections/%zz${canary}`,
  `/assets/${canary}.css`,
  `/assets/../${canary}`,
  `/api/${canary}`,
  `/api/inspections/forces/${canary}`,
  `/api/inspections?${canary}=1`,
  `/api/inspections?region=${canary}`,
  `/api/inspections?sort=${canary}`,
  `/api/inspections?year=${canary}&year=${canary}`,
  `/inspections?${canary}=1`,
  `/inspections?year=${canary}`,
  `/inspections?sort=${canary}&sort=${canary}`,
  `/inspections?name=${canary}%00`,
  `/inspections?name=${canary.repeat(300)}`,
  `/forces?force=${canary}`,
  `/health?${canary}`,
  `/?${canary}`,
  `http://${canary}.test/`,
]

test.each(paths)('what is sent to %s comes back in no answer', async path => {
  for (const method of ['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS', 'TRACE']) {
    const body = method === 'POST' ? `name=${canary}` : undefined
    const asking = { method, headers: { ...everywhere, host: `${canary}.test` } }
    const answer = await ask(port, path, body === undefined ? asking : { ...asking, body })
    expect(said(answer)).not.toContain(canary)
  }
})

test('a name that was typed into a field comes back in that field and nowhere else', async () => {
  const answer = await ask(port, `/inspections?name=${canary}`, { headers: everywhere })
  expect(answer.status).toBe(200)
  expect(answer.body.split(canary)).toHaveLength(2)
  expect(answer.body).toContain(`value="${canary}"`)
})

test.each([
  ['a verb that is none', `${canary} / HTTP/1.1\r\nHost: x\r\n\r\n`],
  ['a header that cannot be read', `GET / HTTP/1.1\r\nHost: x\r\n${canary}\r\n\r\n`],
  ['a request that never ends', `GET /${canary} HTTP/1.1\r\nHost: ${canary}\r\nX: ${canary}`],
  ['a version that is none', `GET /${canary} ${canary}\r\n\r\n`],
])('%s comes back in no answer', async (_what, bytes) => {
  const heard = await talk(port, bytes, 1_000)
  expect(heard.statuses).toHaveLength(1)
  expect(heard.text).not.toContain(canary)
})

test('after all this the log holds codes, patterns and numbers, and nothing of what was sent', async () => {
  await wait(50)
  expect(logged.length).toBeGreaterThan(paths.length * 6)
  const log = logged.join('').toLowerCase()
  expect(log).not.toContain(canary.toLowerCase())
  expect(log).not.toContain('withheld')
  expect(log).not.toContain('127.0.0.1')
})
