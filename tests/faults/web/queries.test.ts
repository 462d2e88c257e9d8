import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testDatabase } from '../../builders/database.ts'
import { readableAddresses } from './addresses.ts'
import { ask, listeningProduct } from './listening.ts'
import { expectDocument, expectSound } from './sound.ts'

// OWASP ASVS 5.0: 1.2.1 (encoding), 1.2.4 (SQL), 2.2.1 (what is expected), 15.3.7 (parameter pollution).

const db = await testDatabase()
const { app, port, logged } = await listeningProduct(db.door, { underLoad: 16 })

const addresses = readableAddresses(app)

/** How each address answers when nothing is asked of it. */
const usual = new Map<string, number>()
for (const address of addresses) usual.set(address, (await ask(port, address)).status)

/** Each with what a page answers: it leaves alone what it does not know, and refuses what is no text. */
const queries: readonly [what: string, query: string, page: 'as ever' | 'refused' | 'either'][] = [
  ['an unknown field', 'utm_source=letter', 'as ever'],
  ['an empty query', '', 'as ever'],
  ['only separators', '&&==&', 'as ever'],
  ['a field of another kind', 'year=soon&sort=worst', 'either'],
  ['a number that is too large', 'year=99999999999999999999', 'either'],
  ['a negative number', 'page=-1&year=-1', 'either'],
  ['the same field twice', 'sort=name&sort=visits', 'either'],
  ['a field as a list', 'sort[]=name&name[0]=a', 'as ever'],
  ['a field as an object', 'sort[$ne]=1&name[length]=1', 'as ever'],
  ['__proto__', '__proto__=1&__proto__[polluted]=1', 'as ever'],
  ['constructor', 'constructor=1&constructor[prototype][polluted]=1&toString=1', 'as ever'],
  ['a script', 'name=%3Cscript%3Ealert(1)%3C/script%3E', 'either'],
  ['an attribute', 'name=%22%20onfocus=alert(1)%20autofocus=%22', 'either'],
  ['SQL', "name=';drop%20table%20inspection.force;--", 'either'],
  ['a pattern that would be slow', `name=${'a'.repeat(50)}!`, 'either'],
  ['a template', 'name=$%7B7*7%7D%7B%7B7*7%7D%7D', 'either'],
  ['a name in another script', 'name=%E5%BC%A0%E4%BC%9F', 'either'],
  ['a name of 61 characters', `name=${'a'.repeat(61)}`, 'either'],
  ['a NUL', 'name=a%00b', 'refused'],
  ['a NUL in the name of a field', 'a%00b=1', 'refused'],
  ['a lone surrogate', 'name=%ED%A0%80', 'refused'],
  ['a mark that reverses the writing', 'name=%E2%80%AE', 'refused'],
  ['bytes that are not UTF-8', 'name=%C3%28', 'refused'],
  ['an overlong slash', 'name=%C0%AF', 'refused'],
  ['a line break', 'name=a%0D%0ASet-Cookie:%20a=b', 'refused'],
  ['half an escape', 'name=%E', 'as ever'],
  ['a query of 2,001 characters', `a=${'b'.repeat(1_999)}`, 'refused'],
  ['a thousand fields', Array.from({ length: 999 }, () => 'a').join('&'), 'as ever'],
]

test('the table of routes names the pages, the files and the API', () => {
  expect(addresses).toEqual(
    expect.arrayContaining([
      '/',
      '/inspections',
      '/inspections/forces/metropolitan',
      '/inspections/forces/atlantis',
      '/inspections/results.csv',
      '/api/inspections',
      '/api/openapi.json',
      '/health',
    ]),
  )
})

test.each(queries)('%s is answered soundly on every address', async (_what, query, page) => {
  for (const address of addresses) {
    const answer = await ask(port, `${address}?${query}`)
    expectSound(answer)
    const isPage = !address.startsWith('/api/')
    if (page === 'refused') expect([400, 404]).toContain(answer.status)
    if (page === 'as ever' && isPage && address !== '/forces') {
      expect(answer.status).toBe(usual.get(address))
    }
  }
  expect('polluted' in {}).toBe(false)
})

test('a field that the API does not know is refused with a sentence that does not repeat it', async () => {
  for (const address of addresses.filter(each => each.startsWith('/api/inspections'))) {
    const { status, body } = await ask(port, `${address}?regoin=Wales`)
    expect(status).toBe(400)
    expect(body).toContain('a field that is not known here')
    expect(body).not.toContain('regoin')
  }
})

test('what was typed into a field comes back only there, as text', async () => {
  const typed = `"><img src=x onerror='alert(1)'>&amp;`
  const { body } = await ask(port, `/inspections?name=${encodeURIComponent(typed)}`)
  expect(body).toContain(`value="&quot;>&lt;img src=x onerror='alert(1)'>&amp;amp;"`)
  expect(body).not.toContain('<img')
  expectDocument(body)
})

const fields = ['name', 'region', 'found', 'year', 'sort', '__proto__', 'x']

const anyQuery = fc
  .array(
    fc.record({
      field: fc.oneof(fc.constantFrom(...fields), fc.string({ unit: 'binary', maxLength: 5 })),
      value: fc.oneof(
        fc.constantFrom('name', 'latest', '2015', 'Wales', 'cases', ''),
        fc.string({ unit: 'grapheme', maxLength: 70 }),
        fc.string({ unit: 'binary', maxLength: 70 }),
        fc.constantFrom('"', '<', '>', "'", '&', '%', '`').map(mark => `${mark}x`),
      ),
      join: fc.constantFrom('&', '&', ';', '&&', '%26', '='),
    }),
    { maxLength: 6 },
  )
  .map(parts =>
    parts.map(({ field, value, join }) => `${escaped(field)}=${escaped(value)}${join}`).join(''),
  )

/** Percent-encoding that also writes what is no text: half a surrogate pair as three bytes. */
const escaped = (value: string): string =>
  [...Buffer.from(value.toWellFormed() === value ? value : `${value}\ud800`, 'utf8')]
    .map(byte => `%${byte.toString(16).padStart(2, '0')}`)
    .join('')

test('whatever is asked of the programme, the answer is a whole page and the log holds none of it', async () => {
  const before = logged.length
  await fc.assert(
    fc.asyncProperty(anyQuery, async query => {
      const answer = await ask(port, `/inspections?${query}`)
      expect([200, 400]).toContain(answer.status)
      expectSound(answer)
    }),
    { numRuns: 30 * Number(process.env['FAULT_ROUNDS'] ?? 4) },
  )
  const lines = logged.slice(before).map(line => JSON.parse(line) as Record<string, unknown>)
  for (const line of lines) {
    expect(Object.keys(line)).toEqual([
      'time',
      'level',
      'code',
      'request',
      'verb',
      'route',
      'status',
      'ms',
    ])
    expect(line).toMatchObject({ level: 'info', code: 'ANSWERED', route: '/inspections' })
  }
})
