import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchKey } from './search-key.ts'

test.for([
  ['O’Brien-Núñez', 'obriennunez'],
  ["O'BRIEN NUNEZ", 'obriennunez'],
  ['Łukasz', 'lukasz'],
  ['Ｍｉｎｇ', 'ming'],
  ['李小龍', '李小龍'],
  ['Ødegård', 'odegard'],
  ['---', ''],
])('%s is searched as "%s"', ([name, key]) => {
  expect(searchKey(name!)).toBe(key)
})

test.for([
  ['Işıl Yıldız', 'isilyildiz'],
  ['ISIL YILDIZ', 'isilyildiz'],
  ['İnci', 'inci'],
  ['Đorđević', 'dordevic'],
  ['Þórður Guðnason', 'thordurgudnason'],
  ['Weiß', 'weiss'],
  ['WEIẞ', 'weiss'],
  ['Ægir Lœuillet', 'aegirloeuillet'],
  ['Ħal Ŋata Ŧoa', 'halnatatoa'],
  ['Əliyev', 'eliyev'],
  ['Ɗanjuma Ƴar Kɔfi Sɛnu', 'danjumayarkofisenu'],
  ['Νίκος', 'νικοσ'],
  ['ǾǼ', 'oae'],
])('%s is found by plain letters, as "%s"', ([name, key]) => {
  expect(searchKey(name!)).toBe(key)
})

test.for([
  [
    "O'Brien",
    'O’Brien',
    'O‘Brien',
    'OʼBrien',
    'Oʻbrien',
    'O`Brien',
    'O´Brien',
    'O Brien',
    'O  Brien',
  ],
  ['Al-Amin', 'Al‑Amin', 'Al–Amin', 'Al Amin', 'Al  Amin', 'al\u00A0amin', ' AL AMIN ', 'AlAmin'],
  ['Saʿd', 'Sad', 'Sa’d', 'Saʾd'],
  ['Guaꞌa', 'Guaa'],
])('%s and its other spellings are one key', ([name, ...others]) => {
  for (const other of others) expect(searchKey(other), other).toBe(searchKey(name!))
})

const names = fc.array(
  fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    fc.constantFrom(...Array.from('aeiosßæœøðþđħıĸłŋŧςΣİẞŉǅſʼ’- ')),
  ),
)

test('a key is its own key, however the name was composed and in whatever case', () => {
  fc.assert(
    fc.property(names, letters => {
      const name = letters.join('')
      const key = searchKey(name)
      expect(searchKey(key)).toBe(key)
      expect(searchKey(name.normalize('NFD'))).toBe(key)
      expect(searchKey(name.normalize('NFC'))).toBe(key)
      expect(searchKey(name.toLowerCase())).toBe(key)
    }),
  )
})

test('the beginning of a name finds the name', () => {
  fc.assert(
    fc.property(names, fc.nat(), (letters, at) => {
      const begun = letters.slice(0, at % (letters.length + 1)).join('')
      expect(searchKey(letters.join('')).startsWith(searchKey(begun))).toBe(true)
    }),
  )
})

test('no Latin letter with a plain one in CLDR’s table of living alphabets is left in a key', () => {
  for (const letter of 'ÆÐØÞßæðøþĐđĦħıĸŁłŊŋŒœŦŧſƑƒƁɓƊɗƘƙƳƴẞ') {
    expect(searchKey(letter), letter).toMatch(/^[a-z]{1,2}$/)
  }
})
