import { expect, test } from 'vitest'
import { readingsOf } from './readings.ts'

test.for(['', '  ', '- ’'])('%o is no name', text => {
  expect(readingsOf(text)).toBeNull()
})

test('one word is a given name or a family name', () => {
  expect(readingsOf(' O’Brien ')).toEqual({ words: ['obrien'], one: 'obrien', pairs: [] })
})

test('words may be divided anywhere, and the family name may stand first', () => {
  expect(readingsOf('Ann  van Dale')).toEqual({
    words: ['ann', 'van', 'dale'],
    one: 'annvandale',
    pairs: [
      ['ann', 'vandale'],
      ['vandale', 'ann'],
      ['annvan', 'dale'],
      ['dale', 'annvan'],
    ],
  })
})

test('a hyphen divides no word, because it joins two into one name', () => {
  expect(readingsOf('Al-Amin')).toEqual({ words: ['alamin'], one: 'alamin', pairs: [] })
})

test('of many words the last hold together, so that a search stays a small one', () => {
  const readings = readingsOf('a b c d e f g h')
  expect(readings?.words).toEqual(['a', 'b', 'c', 'd', 'e', 'fgh'])
  expect(readings?.one).toBe('abcdefgh')
  expect(readings?.pairs).toHaveLength(10)
})
