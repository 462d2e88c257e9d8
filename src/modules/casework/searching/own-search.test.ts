import { expect, test } from 'vitest'
import { codesOfSearch, type Search } from './own-search.ts'

const own = { familyKey: 'thrale', postcode: 'ZZ12AB' }
const search = (more: Partial<Search>): string[] =>
  codesOfSearch({ keys: [], whole: false, postcode: null, ...more }, own)

test.for([
  ['the own family name', { keys: ['thrale'] }, ['own-surname']],
  ['the own family name with a given one', { keys: ['iris', 'thrale'] }, ['own-surname']],
  ['four letters of it', { keys: ['thra'] }, ['own-surname']],
  ['four letters, where the name must be exactly so', { keys: ['thra'], whole: true }, []],
  ['three letters of it', { keys: ['thr'] }, []],
  ['another name that begins with it', { keys: ['thrales'] }, []],
  ['the own postcode', { postcode: 'ZZ12AB' }, ['own-address']],
  ['both', { keys: ['thrale'], postcode: 'ZZ12AB' }, ['own-surname', 'own-address']],
  ['nothing', {}, []],
] as const)('a search for %s', ([, asked, codes]) => {
  expect(search(asked)).toEqual(codes)
})

test('somebody without a family name or an address on record searches for neither', () => {
  const nobody = { familyKey: '', postcode: null }
  expect(codesOfSearch({ keys: [''], whole: false, postcode: null }, nobody)).toEqual([])
})
