import { expect, test } from 'vitest'
import { valueInWords } from './words.ts'

test.each([
  [15, 'minutes', '15 minutes'],
  [1, 'hours', '1 hour'],
  [1, 'people', '1 person'],
  [5, 'an hour', '5 an hour'],
  [0, 'on or off', 'off'],
  [1, 'on or off', 'on'],
])('%s %s reads "%s"', (value, unit, words) => {
  expect(valueInWords({ name: '', value, least: 0, most: 99, unit, what: '' }, value)).toBe(words)
})
