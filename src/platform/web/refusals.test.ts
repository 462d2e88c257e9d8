import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { refusalsTellNoTime } from './refusals.ts'

const step = 40

const appFor = async (person: object | null) => {
  const app = Fastify()
  const took: number[] = []
  app.addHook('onRequest', (request, _reply, done) => {
    Object.assign(request, { person })
    done()
  })
  refusalsTellNoTime(app, step)
  app.addHook('onResponse', (_request, reply, done) => {
    took.push(reply.elapsedTime)
    done()
  })
  app.get('/absent', (_request, reply) => reply.code(404).send('nothing'))
  app.get('/there', (_request, reply) => reply.send('something'))
  await app.ready()
  return { app, took }
}

test('what is refused to somebody leaves not before a whole step of time', async () => {
  const { app, took } = await appFor({})
  for (let time = 0; time < 5; time += 1) await app.inject('/absent')
  // A timer may fire one millisecond early.
  expect(Math.min(...took)).toBeGreaterThanOrEqual(step)
})

test.for([
  [{}, '/there'],
  [null, '/absent'],
] as const)('nobody else waits', async ([person, url]) => {
  const { app, took } = await appFor(person)
  for (let time = 0; time < 5; time += 1) await app.inject(url)
  expect(Math.min(...took)).toBeLessThan(step / 2)
})
