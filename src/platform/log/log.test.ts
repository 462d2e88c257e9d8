import { expect, test } from 'vitest'
import { stoppedClock } from '../clock/clock.ts'
import { factsOf, openLog, type Log, type LogFacts } from './log.ts'

const clock = stoppedClock('2026-11-23T20:21:22.5Z')

function logged(style: 'json' | 'terminal', act: (log: Log) => void): string {
  const lines: string[] = []
  act(openLog({ clock, style, write: line => lines.push(line) }))
  return lines.join('')
}

test('a line for a machine is one JSON object with time, level and code', () => {
  const line = logged('json', log => log.error('DATABASE_LOST', { sqlstate: '57P01', status: 503 }))
  expect(line).toBe(
    '{"time":"2026-11-23T20:21:22.500Z","level":"error","code":"DATABASE_LOST","sqlstate":"57P01","status":503}\n',
  )
})

test('a line for a person leaves out what a person does not need', () => {
  const line = logged('terminal', log =>
    log.info('ANSWERED', { verb: 'GET', route: '/inspections/forces/:slug', status: 200 }),
  )
  expect(line).toBe('20:21:22 ANSWERED verb=GET route=/inspections/forces/:slug status=200\n')
})

test.each([
  ['a sentence in place of a code', (log: Log) => log.info('Mary WALKER' as 'X')],
  ['words in an id', (log: Log) => log.info('X', { request: 'Mary Walker' })],
  ['a line break that would forge a line', (log: Log) => log.info('X', { route: '/Mary\n{}' })],
  ['a fact that has no name here', (log: Log) => log.info('X', { who: 'Mary' } as LogFacts)],
])('%s does not reach the log', (_, act) => {
  expect(logged('json', act)).not.toContain('Mary')
})

test('of the facts of a surprise only those that the log knows go on', () => {
  expect(factsOf({ sqlstate: '23505', detail: 'Mary Walker' })).toEqual({ sqlstate: '23505' })
})

test('a sentence or a foreign fact does not compile', () => {
  logged('json', log => {
    // @ts-expect-error a code is in capitals
    log.info('started', {})
    // @ts-expect-error there is no fact for names
    log.info('STARTED', { name: 'Mary' })
  })
})
