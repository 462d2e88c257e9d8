import { expect, test } from 'vitest'
import { testApp } from '../../../tests/builders/app.ts'
import { testDatabase } from '../../../tests/builders/database.ts'
import { publicPages } from '../../../tests/builders/public-pages.ts'
import { inline } from '../../../tests/faults/web/sound.ts'

// OWASP ASVS 5.0: 3.4.2 to 3.4.6 and 3.4.8. 3.4.1 (HSTS) belongs to whoever ends TLS.

const db = await testDatabase()
const { app } = await testApp(db)

const slugs = (await app.inject('/api/inspections'))
  .json<{ forces: { slug: string }[] }>()
  .forces.map(({ slug }) => slug)

const pages = [...publicPages, ...slugs.map(slug => `/inspections/forces/${slug}`)]

test('a page may load from its own origin and from nowhere else, and run nothing inline', async () => {
  const { headers } = await app.inject('/')
  expect(headers['content-security-policy']).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; font-src 'self'; " +
      "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  )
})

test('a browser guesses no types, tells nobody where a person came from, and shares no window', async () => {
  const { headers } = await app.inject('/')
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  })
})

test('no answer says by what it was made', async () => {
  for (const address of [...publicPages, '/api/inspections', '/health', '/assets/nothing']) {
    const { headers } = await app.inject(address)
    expect(Object.keys(headers)).not.toContain('server')
    expect(Object.keys(headers)).not.toContain('x-powered-by')
  }
})

test('no page of any kind, nor of any force, holds a script or a style of its own', async () => {
  expect(pages.length).toBeGreaterThan(50)
  for (const address of pages) {
    const { body } = await app.inject(address)
    expect([address, inline(body)]).toEqual([address, []])
  }
})

test('everything that a page loads or sends goes to its own origin', async () => {
  for (const address of pages) {
    const { body } = await app.inject(address)
    const loaded = [
      ...body.matchAll(/<(?:script|link|img|form|use|image)\b[^>]*?(?:src|href|action)="([^"]*)"/g),
    ].map(([, to]) => to ?? '')
    expect(loaded.length).toBeGreaterThan(5)
    expect(loaded.filter(to => !/^\/(?!\/)|^#/.test(to))).toEqual([])
  }
})

test('the check itself finds what is inline', () => {
  const found = (html: string) => inline(html).length
  expect(found('<p style="color:red">')).toBe(1)
  expect(found('<p STYLE=x>')).toBe(1)
  expect(found('<a href="/x" onclick="a()">')).toBe(1)
  expect(found('<script>a()</script>')).toBe(1)
  expect(found('<script type="module" src="/a.js"></script>')).toBe(0)
  expect(found('<a href=" javascript:a()">')).toBe(1)
  expect(found('<style>p{}</style>')).toBe(1)
  expect(found('<input value="a onclick=b style=c">')).toBe(0)
})
