import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readQuery, unreadable } from './query.ts'

test('a form that was sent is read field by field', () => {
  expect({ ...readQuery('region=South+West&name=Avon%20and%20Somerset') }).toEqual({
    region: 'South West',
    name: 'Avon and Somerset',
  })
})

test('a field sent twice stays visible as two values', () => {
  expect({ ...readQuery('sort=name&sort=visits&sort=name') }).toEqual({
    sort: ['name', 'visits', 'name'],
  })
})

test('a field called __proto__ is only a field and changes no other object', () => {
  const query = readQuery('__proto__=x&constructor=y')
  expect(Object.keys(query)).toEqual(['__proto__', 'constructor'])
  expect('x' in {}).toBe(false)
  expect(Object.getPrototypeOf(query)).toBeNull()
})

test.each([
  ['a NUL', 'name=a%00b'],
  ['a lone surrogate', 'name=%ED%A0%80'],
  ['bytes that are not UTF-8', 'name=%FF%FE'],
  ['a mark that reverses the direction of writing', 'name=%E2%80%AEtset'],
  ['a line break', 'name=a%0D%0Ab'],
  ['a bad character in a name', 'na%00me=a'],
])('%s makes the whole query unreadable', (_what, text) => {
  expect(readQuery(text)[unreadable]).toContain('cannot be read')
})

test('a query longer than any form can make is refused', () => {
  expect(readQuery(`name=${'a'.repeat(2_000)}`)[unreadable]).toContain('too long')
})

test('names of people and places in any script are plain text', () => {
  expect(readQuery('name=%C5%B4yn%20%E5%BC%A0%20%D8%B9%D9%84%D9%8A')[unreadable]).toBeUndefined()
})

test('whatever is sent, what is read is plain text, or nothing is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
      const query = readQuery(text)
      const read = [Object.keys(query), Object.values(query)].flat(2)
      expect(query[unreadable] !== undefined || read.every(one => one.isWellFormed())).toBe(true)
      expect(query[unreadable] !== undefined || !/[\0\r\n\u202e]/.test(read.join(''))).toBe(true)
    }),
  )
})

test('what a form sends is what is read', () => {
  const plain = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(fc.dictionary(plain, plain, { maxKeys: 5, noNullPrototype: true }), fields => {
      const text = new URLSearchParams(fields).toString()
      expect(Object.entries(readQuery(text))).toEqual(Object.entries(fields))
    }),
  )
})
