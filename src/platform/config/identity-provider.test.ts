import { expect, test } from 'vitest'
import { readIdentityProvider } from './identity-provider.ts'

const whole = {
  OIDC_ISSUER: 'https://login.ardenshire.example',
  OIDC_CLIENT_ID: 'turnstone',
  OIDC_CLIENT_SECRET: 'a secret of the two',
  PUBLIC_ADDRESS: 'https://turnstone.ardenshire.example',
}

test('nothing set is no identity provider', () => {
  expect(readIdentityProvider({})).toBeNull()
  expect(readIdentityProvider({ OIDC_ISSUER: '', PUBLIC_ADDRESS: 'https://x.example' })).toBeNull()
})

test('an identity provider is called “your organisation” unless it has a name', () => {
  expect(readIdentityProvider(whole)).toEqual({
    name: 'your organisation',
    issuer: 'https://login.ardenshire.example',
    clientId: 'turnstone',
    clientSecret: 'a secret of the two',
  })
  expect(readIdentityProvider({ ...whole, OIDC_NAME: 'Ardenshire Police' })?.name).toBe(
    'Ardenshire Police',
  )
})

test.each([
  [{ OIDC_CLIENT_SECRET: undefined }, 'go together'],
  [{ OIDC_CLIENT_ID: '' }, 'go together'],
  [{ OIDC_ISSUER: 'http://login.ardenshire.example' }, 'must be the https address'],
  [{ OIDC_ISSUER: 'login' }, 'must be the https address'],
  [{ PUBLIC_ADDRESS: undefined }, 'needs PUBLIC_ADDRESS'],
])('with %o it refuses, and repeats no secret', (wrong, sentence) => {
  const read = () => readIdentityProvider({ ...whole, ...wrong })
  expect(read).toThrow(sentence)
  expect(read).not.toThrow('a secret of the two')
})
