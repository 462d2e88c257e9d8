import { randomBytes, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { soughtWords, type WordsKey } from './sought-words.ts'

const aKey = (): WordsKey => randomBytes(32) as WordsKey
const words = soughtWords(aKey())
const by = { area: randomUUID(), request: randomUUID() }

test('what was searched opens again for the entry that it was sealed for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), text => {
      expect(words.open(by, words.seal(by, text))).toBe(text.toWellFormed())
    }),
  )
})

test('the same words sealed twice do not look the same, and show nothing of themselves', () => {
  const [one, two] = [words.seal(by, 'Ashdown'), words.seal(by, 'Ashdown')]
  expect(one.equals(two)).toBe(false)
  expect(one.includes('Ashdown')).toBe(false)
})

test('another key opens nothing', () => {
  const sealed = words.seal(by, 'Ashdown')
  expect(soughtWords(aKey()).open(by, sealed)).toBeNull()
})

test('words moved to the entry of another request, or of another area, do not open there', () => {
  const sealed = words.seal(by, 'Ashdown')
  expect(words.open({ ...by, request: randomUUID() }, sealed)).toBeNull()
  expect(words.open({ ...by, area: randomUUID() }, sealed)).toBeNull()
})

test('of sealed words no byte can be changed, cut off or added', () => {
  const sealed = words.seal(by, 'Ashdown')
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed)
    changed[at]! ^= 1
    expect(words.open(by, changed), `byte ${at}`).toBeNull()
    expect(words.open(by, sealed.subarray(0, at)), `length ${at}`).toBeNull()
  }
  expect(words.open(by, Buffer.concat([sealed, Buffer.of(0)]))).toBeNull()
})

test('long words are cut at a whole character, so that an entry can hold them', () => {
  const sealed = words.seal(by, '🌊'.repeat(400))
  expect(sealed.length).toBeLessThanOrEqual(1000)
  expect(words.open(by, sealed)).toBe('🌊'.repeat(240))
})
