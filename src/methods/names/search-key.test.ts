import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchKey } from './search-key.ts'

test.for([
  ['O’Brien-Núñez', 'obriennunez'],
  ["O'BRIEN NUNEZ", 'obriennunez'],
  ['Łukasz', 'łukasz'],
  ['Ｍｉｎｇ', 'ming'],
  ['李小龍', '李小龍'],
  ['Ødegård', 'ødegard'],
  ['---', ''],
])('%s is searched as "%s"', ([name, key]) => {
  expect(searchKey(name!)).toBe(key)
})

test('a key is its own key, however the name was composed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), name => {
      const key = searchKey(name)
      expect(searchKey(key)).toBe(key)
      expect(searchKey(name.normalize('NFD'))).toBe(key)
      expect(searchKey(name.normalize('NFC'))).toBe(key)
    }),
  )
})
