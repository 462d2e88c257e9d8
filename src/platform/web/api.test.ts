import { expect, test } from 'vitest'
import { z } from 'zod'
import { listeningRoutes } from '../../../tests/faults/web/listening.ts'

const { app, logged } = await listeningRoutes(routes => {
  const schema = {
    tags: ['things'],
    summary: 'One thing',
    querystring: z.object({ size: z.enum(['small', 'large'], 'Choose a size').default('small') }),
    response: { 200: z.object({ name: z.string() }) },
  }
  routes.get('/api/thing', { schema }, () => ({ name: 'stone', finder: 'Mary Walker' }))
  routes.get('/api/broken', { schema }, () => ({ name: 7, finder: 'Mary Walker' }))
})

test('only what the schema lists leaves', async () => {
  const answer = await app.inject('/api/thing')
  expect(answer.json()).toEqual({ name: 'stone' })
})

test('an answer that is not as described does not leave, and the log does not hold it', async () => {
  const answer = await app.inject('/api/broken')
  expect(answer.statusCode).toBe(500)
  expect(answer.json()).toMatchObject({ error: { status: 500 } })
  expect(answer.body + logged.join('')).not.toContain('Walker')
})

test('each route says in the document what it answers, how it refuses, and which fields it takes', () => {
  const { get } = app.swagger().paths?.['/api/thing'] ?? {}
  expect(get?.parameters).toMatchObject([{ name: 'size', in: 'query', required: false }])
  expect(get?.responses).toMatchObject({
    200: { description: 'One thing' },
    default: { description: 'A request that could not be answered' },
  })
})

test.each([
  ['size=huge', 'size: Choose a size'],
  ['size=small&size=large', 'size: Choose a size'],
  ['sise=small', 'the address has a field that is not known here'],
])('%s is refused: %s', async (query, sentence) => {
  const answer = await app.inject(`/api/thing?${query}`)
  expect(answer.statusCode).toBe(400)
  expect(answer.json<{ error: { sentence: string } }>().error.sentence).toContain(sentence)
})
