import { expect, test } from 'vitest'
import { whyNot } from './acceptable.ts'
import { commonPasswords } from './common-passwords.ts'
import { ownWords } from './own-words.ts'

const common = await commonPasswords()
const own = ownWords({
  givenName: 'Ines',
  familyName: 'Hallow',
  email: 'ines.hallow@ardenshire.example',
})
const refusalOf = (password: string): string | null => whyNot(password, { common, own })

test('the list holds what stood in leaks most often', () => {
  expect(common.size).toBeGreaterThan(30_000)
  for (const word of ['password', 'qwertyuiop', '1q2w3e4r5t6y']) expect(common).toContain(word)
})

test.each([
  'otter lantern biscuit',
  'correct horse battery staple',
  'kvzhqwnxmtbp',
  'ÅNGSTRÖM per sekund',
])('“%s” is accepted: length matters, not the kinds of characters', password => {
  expect(refusalOf(password)).toBeNull()
})

test.each([
  ['elevenchars', 'must be 12 characters or more'],
  ['😀😀😀😀😀😀', 'must be 12 characters or more'],
  ['x'.repeat(64) + 'yz'.repeat(33), 'must be 128 characters or fewer'],
  ['abababababababab', 'repeat the same few characters'],
  ['qwertyuiop123456', 'common ones'],
  ['Password!2026!', 'common ones'],
  ['P4ssw0rdP4ssw0rd', 'common ones'],
  ['pass word pass word', 'common ones'],
  ['dragon20261123', 'common ones'],
  ['Turnstone2026!', 'your name'],
  ['hallow-ines-1984', 'your name'],
  ['Ines.Hallow@ardenshire.example', 'your name'],
])('“%s” is refused: %s', (password, reason) => {
  expect(refusalOf(password)).toContain(reason)
})
