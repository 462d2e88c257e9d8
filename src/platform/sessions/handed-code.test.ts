import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { handedCodeDigest, newHandedCode, readHandedCode } from './handed-code.ts'
import type { ProgramKey } from './program-key.ts'

test('a code is read as it is written on paper, however it is typed', () => {
  fc.assert(
    fc.property(fc.noShrink(fc.integer()), () => {
      const code = newHandedCode()
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
      const typed = ` ${code.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `
      expect(readHandedCode(typed)).toBe(code)
    }),
  )
})

test.each(['', 'ABCD-EFG', 'ABCD-EFGHJ', 'ABCD-EFGU', 'ABCD.EFGH'])('%j is no code', typed => {
  expect(readHandedCode(typed)).toBeNull()
})

test('the digest of a code is that of one account and one program', () => {
  const [one, other] = [randomBytes(32), randomBytes(32)] as ProgramKey[]
  const code = newHandedCode()
  const digest = handedCodeDigest(one!, 'a', code)
  expect(digest).toHaveLength(32)
  expect(handedCodeDigest(one!, 'a', code)).toEqual(digest)
  expect(handedCodeDigest(one!, 'b', code)).not.toEqual(digest)
  expect(handedCodeDigest(other!, 'a', code)).not.toEqual(digest)
})

test('codes are spread over all their letters', () => {
  const letters = Array.from({ length: 2000 }, newHandedCode).join('').replaceAll('-', '')
  for (const letter of '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.split('')) {
    const times = letters.split(letter).length - 1
    expect(times, letter).toBeGreaterThan(350)
    expect(times, letter).toBeLessThan(650)
  }
})
