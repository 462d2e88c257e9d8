import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { testApp } from '../builders/app.ts'
import { testDatabase } from '../builders/database.ts'
import { apiDocument, complaints, type Operation } from './document.ts'

const db = await testDatabase()
const { app } = await testApp(db)

const document = await apiDocument(app)

/** Every operation that is open to all; all of them are GET. The others are tried where they are made. */
const operations = Object.entries(document.paths)
  .map(([path, verbs]) => [path, verbs['get']] as const)
  .filter(([, operation]) => operation !== undefined && operation.security === undefined)

const refuses = (operation: Operation | undefined, body: unknown): string[] =>
  operation === undefined ? ['no GET'] : complaints(operation, 'default', body)

test('the document is OpenAPI 3.1 by a validator that is not ours', async () => {
  expect(document.openapi).toBe('3.1.0')
  const validator = new Validator()
  const outcome = await validator.validate(
    JSON.parse(JSON.stringify(document)) as Record<string, unknown>,
  )
  expect(outcome).toEqual({ valid: true })
  expect(validator.version).toBe('3.1')
})

test('the validator would have found a slip', async () => {
  const slip = { ...document, paths: { '/api/x': { get: { responses: { 200: {} } } } } }
  expect((await new Validator().validate(slip)).valid).toBe(false)
})

test('every route of the API is in the document, and nothing else', () => {
  const everywhere = [...app.addressPatterns, ...app.actingRoutes.map(({ url }) => url)]
  const served = [...new Set(everywhere)]
    .filter(pattern => pattern.startsWith('/api/') && pattern !== '/api/openapi.json')
    .map(pattern => pattern.replace(/:(\w+)/g, '{$1}'))
  expect(Object.keys(document.paths).sort()).toEqual(served.sort())
  for (const [path] of operations) expect(Object.keys(document.paths[path]!)).toEqual(['get'])
})

const described = Object.entries(document.paths).flatMap(([path, verbs]) =>
  Object.entries(verbs).map(([verb, operation]) => [`${verb} ${path}`, operation] as const),
)

test.each(described)(
  '%s says what it is for, what it answers and how it refuses',
  (called, operation) => {
    expect(operation.summary).toMatch(/\w+ \w+/)
    expect(operation.tags).toHaveLength(1)
    const success = called.startsWith('post ') ? '201' : '200'
    const statuses = Object.keys(operation.responses).filter(status => status !== '409')
    expect(statuses).toEqual([success, 'default'])
    for (const { description, content } of Object.values(operation.responses)) {
      expect(description).not.toBe('Default Response')
      expect(Object.keys(content)).toEqual(['application/json'])
    }
  },
)

test('each part of an address has examples, and they lead somewhere', async () => {
  const parts = operations.flatMap(([path, operation]) =>
    (operation?.parameters ?? [])
      .filter(parameter => parameter.in === 'path')
      .map(({ name, examples = {} }) => ({ path, name, examples: Object.values(examples) })),
  )
  expect(parts.length).toBeGreaterThan(0)
  for (const { path, name, examples } of parts) {
    expect(examples.length).toBeGreaterThan(0)
    for (const { value } of examples) {
      const address = path.replace(`{${name}}`, value)
      expect([address, (await app.inject(address)).statusCode]).toEqual([address, 200])
    }
  }
})

const forces = (await app.inject('/api/inspections')).json<{ forces: { slug: string }[] }>().forces

test.each(operations)('what %s answers is what the document says', async (path, operation) => {
  const asked = path.includes('{slug}')
    ? forces.map(({ slug }) => path.replace('{slug}', slug))
    : [path]
  for (const address of asked) {
    const answer = await app.inject(address)
    expect([address, answer.statusCode]).toEqual([address, 200])
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(complaints(operation!, '200', answer.json())).toEqual([])
  }
})

test.each(operations)('how %s refuses is what the document says', async (path, operation) => {
  const address = path.replace('{slug}', 'atlantis')
  for (const asked of [`${address}?heron=1`, `${address}?a=%00`, path.replace('{slug}', '%zz')]) {
    const answer = await app.inject(asked)
    if (answer.statusCode === 200) continue
    expect(answer.statusCode).toBe(400)
    expect(refuses(operation, answer.json())).toEqual([])
  }
  const posted = await app.inject({ method: 'POST', path: address })
  expect(posted.statusCode).toBe(405)
  expect(refuses(operation, posted.json())).toEqual([])
})

test('a check against the document finds a field that it does not list, and one that is missing', () => {
  const [, operation] = operations.find(([path]) => path === '/api/inspections') ?? []
  const right = { forces: [], total: 43, visits: 98 }
  expect(complaints(operation!, '200', right)).toEqual([])
  expect(complaints(operation!, '200', { ...right, extra: 1 })).not.toEqual([])
  expect(complaints(operation!, '200', { forces: [], total: 43 })).not.toEqual([])
  expect(complaints(operation!, '200', { ...right, total: 'many' })).not.toEqual([])
})

test('each choice that the document offers for a field is taken', async () => {
  const query = document.paths['/api/inspections']?.['get']?.parameters ?? []
  expect(query.map(({ name }) => name)).toEqual(['name', 'region', 'found', 'year', 'sort'])
  for (const { name, required, schema } of query) {
    expect(required ?? false).toBe(false)
    for (const choice of schema.enum ?? []) {
      const answer = await app.inject(`/api/inspections?${name}=${String(choice)}`)
      expect([name, choice, answer.statusCode]).toEqual([name, choice, 200])
    }
  }
})

test.each([
  ['/api/inspections?sort=worst', 'sort: Choose an order from the list'],
  ['/api/inspections?name=a&name=b', 'name: Enter one name'],
  ['/api/inspections?year=soon&found=x', 'found: Choose what was published from the list; year:'],
  ['/api/inspections/points?limit=10', 'a field that is not known here'],
])('%s is refused with a sentence: %s', async (address, sentence) => {
  const answer = await app.inject(address)
  expect(answer.statusCode).toBe(400)
  expect(answer.json<{ error: { sentence: string } }>().error.sentence).toContain(sentence)
})

test.each(['/api/nothing', '/api/inspections/nothing', '/api/inspections/forces/atlantis'])(
  '%s is not there, and a program is told where to look',
  async address => {
    const answer = await app.inject(address)
    expect(answer.statusCode).toBe(404)
    expect(answer.json()).toEqual({
      error: {
        status: 404,
        title: 'Page not found',
        sentence: 'Nothing is at this address. /api/openapi.json lists the addresses.',
      },
    })
  },
)

test('HEAD on each operation has the length of its GET and no body', async () => {
  for (const [path] of operations) {
    const address = path.replace('{slug}', 'metropolitan')
    const [get, head] = [
      await app.inject(address),
      await app.inject({ method: 'HEAD', path: address }),
    ]
    expect([head.statusCode, head.body]).toEqual([200, ''])
    expect(head.headers['content-length']).toBe(get.headers['content-length'])
  }
})
