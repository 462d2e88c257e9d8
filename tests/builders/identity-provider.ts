import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import OidcProvider from 'oidc-provider'
import { afterAll } from 'vitest'

/** A real identity provider on this machine, and people who sign in there. */
export interface TestProvider {
  issuer: string
  clientId: string
  clientSecret: string
  /** Goes through the provider's own pages as somebody, and answers where it leads back. */
  passThrough: (address: string, login: string) => Promise<string>
}

/** What the provider tells of somebody: the part before `@` is what they sign in there as. */
const claimsOf = (login: string) => ({
  sub: login,
  email: `${login.replace('unverified-', '')}@ardenshire.example`,
  email_verified: !login.startsWith('unverified-'),
})

/** Starts one that leads back to `redirect`; call once in a file, at its top level. */
export async function testProvider(redirect: string): Promise<TestProvider> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = { clientId: 'turnstone', clientSecret: 'a secret between the two of them' }
  const provider = new OidcProvider(issuer, {
    clients: [
      { client_id: client.clientId, client_secret: client.clientSecret, redirect_uris: [redirect] },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => claimsOf(sub) }),
    cookies: { keys: ['only for tests'] },
    pkce: { required: () => true },
    // Said, so that it does not remark on each that it was not.
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
  })
  const answer = provider.callback()
  server.on('request', (request, reply) => void answer(request, reply))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return { issuer, ...client, passThrough: (address, login) => walk(address, login, redirect) }
}

/** As a browser: follows, keeps cookies, signs in and agrees, until it is led back. */
async function walk(from: string, login: string, redirect: string): Promise<string> {
  const cookies = new Map<string, string>()
  const ask = async (url: string, form?: Record<string, string>): Promise<Response> => {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      cookies.set(name, value)
    }
    return answer
  }
  let [url, answer] = [from, await ask(from)]
  for (let step = 0; step < 15; step += 1) {
    const location = answer.headers.get('location')
    if (location?.startsWith(redirect) === true) return location
    if (location === null) {
      const page = await answer.text()
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
      if (prompt === undefined) throw new Error(`The provider says: ${page.slice(0, 2000)}`)
      const form = prompt === 'login' ? { prompt, login, password: 'any' } : { prompt }
      answer = await ask(url, form)
    } else {
      url = new URL(location, url).href
      answer = await ask(url)
    }
  }
  throw new Error('The provider led nowhere.')
}
