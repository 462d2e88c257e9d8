import { expect, test } from 'vitest'
import { placeAt } from './place.ts'

test.each([
  ['https://turnstone.example', 'whatever', 'https://turnstone.example', 'turnstone.example'],
  ['https://turnstone.example:8443', 'x', 'https://turnstone.example:8443', 'turnstone.example'],
  ['http://localhost:3000', 'x', 'http://localhost:3000', 'localhost'],
  [null, 'localhost:3000', 'http://localhost:3000', 'localhost'],
])('with %s, asked at %s, passkeys hold for %s', (setting, host, origin, domain) => {
  expect(placeAt(setting, host)).toEqual({ origin, domain })
})

test.each([
  [null, '127.0.0.1:3000'],
  [null, 'turnstone.example'],
  [null, '[::1]:3000'],
  [null, 'not a host'],
  ['http://turnstone.example', 'x'],
  ['https://192.0.2.1', 'x'],
])('with %s, asked at %s, there are none', (setting, host) => {
  expect(placeAt(setting, host)).toBeNull()
})
