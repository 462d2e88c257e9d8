import { expect, test } from 'vitest'
import { momentInWords, timeInWords } from './moments.ts'

test.for([
  ['2026-07-01T13:02:00Z', '2.02pm on 1 July 2026'],
  ['2026-11-23T09:00:00Z', '9am on 23 November 2026'],
  ['2026-11-23T12:00:00Z', 'midday on 23 November 2026'],
  ['2026-06-30T23:00:00Z', 'midnight on 1 July 2026'],
  ['2026-03-29T00:59:59Z', '12.59am on 29 March 2026'],
  ['2026-03-29T01:00:00Z', '2am on 29 March 2026'],
])('%s is said as "%s"', ([at, words]) => {
  expect(momentInWords(at!)).toBe(words)
})

test('half past midday is 12.30pm', () => {
  expect(timeInWords('2026-01-01T12:30:00Z')).toBe('12.30pm')
})
