import { expect, test } from 'vitest'
import { nameParts, slugOf } from './wish.ts'

test.each([
  ['Ines Hallow', 'Ines', 'Hallow'],
  ['  Mary Ann  Quill ', 'Mary Ann', 'Quill'],
])('“%s” is given and family name', (name, givenName, familyName) => {
  expect(nameParts(name)).toEqual({ givenName, familyName })
})

test.each(['', 'Ines', ' '])('“%s” is no such name', name => {
  expect(nameParts(name)).toBeNull()
})

test.each([
  ['Ardenshire', 'ardenshire'],
  ['North Ardenshire & Vale', 'north-ardenshire-vale'],
  ['Rhôs', 'rhos'],
])('%s stands in addresses as %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})
