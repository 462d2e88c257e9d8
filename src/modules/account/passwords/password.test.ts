import { expect, test } from 'vitest'
import { hashOf, isOfToday, isPassword } from './password.ts'
import { readPhc } from './phc.ts'

/** From the tests of the reference implementation: "password" with the salt "somesalt". */
const ofTheReference =
  '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'

test('a hash that the reference implementation made is recognised', async () => {
  expect(await isPassword('password', ofTheReference)).toBe(true)
  expect(await isPassword('Password', ofTheReference)).toBe(false)
})

test('a password is recognised, another is not, and none is recognised without an account', async () => {
  const kept = await hashOf('otter lantern biscuit')
  expect(await isPassword('otter lantern biscuit', kept)).toBe(true)
  expect(await isPassword('otter lantern biscuits', kept)).toBe(false)
  expect(await isPassword('otter lantern biscuit', null)).toBe(false)
})

test('the same password is kept in another form each time, with its parameters', async () => {
  const [one, other] = await Promise.all([hashOf('otter lantern'), hashOf('otter lantern')])
  expect(one).not.toBe(other)
  expect(readPhc(one)?.parameters).toEqual({ memory: 65_536, passes: 3, parallelism: 1 })
})

test('the same letters typed on another keyboard are the same password', async () => {
  const kept = await hashOf('café au lait, twice'.normalize('NFD'))
  expect(await isPassword('café au lait, twice'.normalize('NFC'), kept)).toBe(true)
})

test('a hash with other parameters than those of today is made anew', async () => {
  expect(isOfToday(ofTheReference)).toBe(false)
  expect(isOfToday(await hashOf('otter lantern biscuit'))).toBe(true)
})

test.each(['', 'otter', '$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$AAAA', ofTheReference + '$x'])(
  'what is no such hash (%s) is read as none, and opens nothing',
  async text => {
    expect(readPhc(text)).toBeNull()
    expect(await isPassword('password', text)).toBe(false)
  },
)
