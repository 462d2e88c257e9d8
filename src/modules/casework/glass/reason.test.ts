import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRepeat } from './reason.ts'

test('a reason that differs only in capitals and spaces is a repeat', () => {
  const earlier = ['The child may be at the bus station', 'Out of hours, team away']
  expect(isRepeat('  the CHILD may be\nat the  bus station ', earlier)).toBe(true)
  expect(isRepeat('The child may be at the coach station', earlier)).toBe(false)
  expect(isRepeat('The child may be at the bus station', [])).toBe(false)
})

test('every reason repeats itself, however it is spaced', () => {
  const words = fc.array(fc.stringMatching(/^[a-zA-ZäöüÄÖÜ]{1,8}$/), { minLength: 1 })
  fc.assert(
    fc.property(words, fc.constantFrom('  ', '\n', '\t '), (said, gap) =>
      isRepeat(said.join(gap), [said.join(' ').toUpperCase()]),
    ),
  )
})
