import { expect, test } from 'vitest'
import { readingsOf } from '../../../methods/names/readings.ts'
import { codesOfSearch, type Search } from './own-search.ts'

const own = { familyKey: 'thrale', postcode: 'ZZ12AB' }
const search = (more: Partial<Search>): string[] =>
  codesOfSearch({ name: null, whole: false, postcode: null, ...more }, own)

test.for([
  ['the own family name', { name: readingsOf('thrale') }, ['own-surname']],
  ['the own family name with a given one', { name: readingsOf('iris thrale') }, ['own-surname']],
  ['four letters of it', { name: readingsOf('thra') }, ['own-surname']],
  [
    'four letters, where the name must be exactly so',
    { name: readingsOf('thra'), whole: true },
    [],
  ],
  ['three letters of it', { name: readingsOf('thr') }, []],
  ['another name that begins with it', { name: readingsOf('thrales') }, []],
  ['the own postcode', { postcode: 'ZZ12AB' }, ['own-address']],
  ['both', { name: readingsOf('thrale'), postcode: 'ZZ12AB' }, ['own-surname', 'own-address']],
  ['nothing', {}, []],
] as const)('a search for %s', ([, asked, codes]) => {
  expect(search(asked)).toEqual(codes)
})

test('somebody without a family name or an address on record searches for neither', () => {
  const nobody = { familyKey: '', postcode: null }
  expect(codesOfSearch({ name: null, whole: false, postcode: null }, nobody)).toEqual([])
})

test('an own family name of several words is known wherever it stands', () => {
  const ownOf = { familyKey: 'vanderberg', postcode: null }
  for (const text of ['van der Berg', 'Ann van der Berg', 'VANDERBERG Ann', 'ann Van-der-Berg'])
    expect(
      codesOfSearch({ name: readingsOf(text), whole: true, postcode: null }, ownOf),
      text,
    ).toEqual(['own-surname'])
})
