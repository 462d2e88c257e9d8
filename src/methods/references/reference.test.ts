import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readReference, referenceOf } from './reference.ts'

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const chance = fc.integer({ min: 0, max: 2 ** 35 - 1 })

test('worked examples: nought, one and the largest', () => {
  expect(referenceOf(0)).toBe('TS-0000-0000')
  expect(referenceOf(1)).toBe('TS-0000-001M')
  expect(readReference(referenceOf(2 ** 35 - 1))).toMatch(/^TS-ZZZZ-ZZZ.$/)
})

test('what is written is read, in any case, with or without lines and spaces', () => {
  fc.assert(
    fc.property(chance, number => {
      const reference = referenceOf(number)
      expect(readReference(reference)).toBe(reference)
      expect(readReference(reference.toLowerCase().replaceAll('-', ' '))).toBe(reference)
      expect(readReference(reference.slice(3).replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(
        reference,
      )
    }),
  )
})

test('every single wrong character is found', () => {
  fc.assert(
    fc.property(chance, fc.nat(7), fc.integer({ min: 1, max: 31 }), (number, at, off) => {
      const code = Array.from(referenceOf(number).slice(3).replace('-', ''))
      code[at] = letters[(letters.indexOf(code[at]!) + off) % 32]!
      expect(readReference(code.join(''))).toBeNull()
    }),
  )
})

test('every swap of two different characters is found', () => {
  fc.assert(
    fc.property(chance, fc.nat(7), fc.nat(7), (number, one, other) => {
      const code = Array.from(referenceOf(number).slice(3).replace('-', ''))
      fc.pre(code[one] !== code[other])
      ;[code[one], code[other]] = [code[other]!, code[one]!]
      expect(readReference(code.join(''))).toBeNull()
    }),
  )
})

test.for(['', 'TS', 'TS-0000-000', 'TS-0000-00000', 'TS-000U-0000', 'smith', 'TS-0000-000é'])(
  '%s is no reference',
  text => {
    expect(readReference(text)).toBeNull()
  },
)

test.for([-1, 0.5, 2 ** 35, Number.NaN])('%s is no number for a reference', number => {
  expect(() => referenceOf(number)).toThrow(RangeError)
})
