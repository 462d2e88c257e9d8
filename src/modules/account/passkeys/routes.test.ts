import type { LightMyRequestResponse } from 'fastify'
import { describe, expect, test } from 'vitest'
import { textOf } from '../../../../tests/builders/page-text.ts'
import { asOwner } from '../../../../tests/builders/people.ts'
import { authenticator, type Asked, type Authenticator } from '../testing/authenticator.ts'
import {
  ageProof,
  aHolder,
  cookieOf,
  sendForm,
  signIn,
  testSite,
  type Signed,
} from '../testing/site.ts'

const site = await testSite({ origin: 'http://localhost' })
const { app, db } = site

const challengeIn = ({ body }: LightMyRequestResponse): string =>
  /&quot;challenge&quot;:&quot;([\w-]+)&quot;/.exec(body)?.[1] ?? ''

async function addTo(browser: Signed, device: Authenticator, wrong: Partial<Asked> = {}) {
  const page = await browser.ask('/account/passkeys/new')
  const _answer = device.make({ challenge: challengeIn(page), ...wrong })
  return browser.send('/account/passkeys/new', { name: 'Work phone', _answer })
}

async function signInWith(device: Authenticator, wrong: Partial<Asked> = {}) {
  const challenge = challengeIn(await app.inject('/sign-in'))
  const _answer = device.use({ challenge, ...wrong })
  const answer = await sendForm(app, '/sign-in/passkey?next=/cases', { fields: { _answer } })
  return { answer, _answer }
}

async function withPasskey() {
  const holder = await aHolder(site)
  const browser = await signIn(site, holder)
  const device = authenticator()
  expect((await addTo(browser, device)).headers.location).toBe('/account#passkeys')
  return { holder, browser, device }
}

test('a passkey is added, listed by its name, and lets its holder in without a password', async () => {
  const { holder, browser, device } = await withPasskey()
  expect(textOf((await browser.ask('/account')).body)).toContain('Work phone')
  const { answer } = await signInWith(device)
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/cases'])
  const account = await app.inject({ url: '/account', headers: { cookie: cookieOf(answer) } })
  expect(textOf(account.body)).toContain(holder.email)
  const { rows } = await asOwner(db, client =>
    client.query(
      'select codes from audit.entry where verb = $1 and user_id = $2 order by at desc limit 1',
      ['sign-in.done', holder.id],
    ),
  )
  expect(rows).toEqual([{ codes: ['passkey'] }])
})

test('an answer counts once, though it is sent twice, or twice at once', async () => {
  const { device } = await withPasskey()
  const { _answer } = await signInWith(device)
  const again = await sendForm(app, '/sign-in/passkey', { fields: { _answer } })
  expect(again.statusCode).toBe(400)
  const challenge = challengeIn(await app.inject('/sign-in'))
  const fields = { _answer: device.use({ challenge }) }
  const both = await Promise.all([1, 2].map(() => sendForm(app, '/sign-in/passkey', { fields })))
  expect(both.map(({ statusCode }) => String(statusCode)).sort()).toEqual(['303', '400'])
})

describe('nobody is let in', () => {
  test.each<[string, Partial<Asked>]>([
    ['by an answer that was given to another site', { origin: 'https://turnstone.example' }],
    ['by an answer for another domain', { domain: 'turnstone.example' }],
    ['by a device that did not recognise its holder', { verified: false }],
    ['by an answer to a challenge that is not ours', { challenge: 'AAAA'.repeat(18) }],
  ])('%s', async (_, wrong) => {
    const { device } = await withPasskey()
    const { answer } = await signInWith(device, wrong)
    expect(answer.statusCode).toBe(400)
    expect(textOf(answer.body)).toContain('The passkey was not recognised.')
    expect(answer.headers['set-cookie']).toBeUndefined()
  })

  test('by a passkey that nobody has', async () => {
    expect((await signInWith(authenticator())).answer.statusCode).toBe(400)
  })

  test('by a copy, whose counter has fallen back', async () => {
    const { device } = await withPasskey()
    expect((await signInWith(device, { counter: 7 })).answer.statusCode).toBe(303)
    expect((await signInWith(device, { counter: 8 })).answer.statusCode).toBe(303)
    expect((await signInWith(device, { counter: 8 })).answer.statusCode).toBe(400)
    expect((await signInWith(device, { counter: 3 })).answer.statusCode).toBe(400)
  })

  test('by a passkey of a closed account', async () => {
    const { holder, device } = await withPasskey()
    await asOwner(db, client =>
      client.query('update access.user_account set disabled_at = now() where id = $1', [holder.id]),
    )
    expect((await signInWith(device)).answer.statusCode).toBe(400)
  })

  test.each(['', '{', '[]', '{"id":"AA"}', '"' + 'x'.repeat(50_000) + '"'])(
    'by what is no answer (%#)',
    async _answer => {
      const answer = await sendForm(app, '/sign-in/passkey', { fields: { _answer } })
      expect(answer.statusCode).toBe(400)
    },
  )
})

describe('a passkey is not added', () => {
  test.each<[string, Partial<Asked>]>([
    ['that was made for another site', { origin: 'https://turnstone.example' }],
    ['whose device did not recognise its holder', { verified: false }],
  ])('%s', async (_, wrong) => {
    const browser = await signIn(site, await aHolder(site))
    const answer = await addTo(browser, authenticator(), wrong)
    expect(answer.statusCode).toBe(400)
    expect(textOf(answer.body)).toContain('The passkey was not added.')
    expect(answer.body).toContain('value="Work phone"')
  })

  test('for a challenge of another session', async () => {
    const [mine, theirs] = [
      await signIn(site, await aHolder(site)),
      await signIn(site, await aHolder(site)),
    ]
    const challenge = challengeIn(await theirs.ask('/account/passkeys/new'))
    expect((await addTo(mine, authenticator(), { challenge })).statusCode).toBe(400)
  })

  test('twice', async () => {
    const { device } = await withPasskey()
    const other = await signIn(site, await aHolder(site))
    expect((await addTo(other, device)).statusCode).toBe(400)
  })

  test('without a name', async () => {
    const browser = await signIn(site, await aHolder(site))
    const answer = await browser.send('/account/passkeys/new', { name: ' ', _answer: '' })
    expect(textOf(answer.body)).toContain('There is a problem Enter a name for the passkey')
  })
})

test('a passkey is removed by its holder alone, and opens nothing afterwards', async () => {
  const { holder, browser, device } = await withPasskey()
  const other = await signIn(site, await aHolder(site))
  const { rows } = await asOwner(db, client =>
    client.query<{ id: string }>('select id from access.passkey where user_id = $1', [holder.id]),
  )
  const removal = `/account/passkeys/${rows[0]?.id ?? ''}/removal`
  expect((await other.send(removal)).statusCode).toBe(404)
  expect((await signInWith(device)).answer.statusCode).toBe(303)
  expect((await browser.send(removal)).statusCode).toBe(303)
  expect((await signInWith(device)).answer.statusCode).toBe(400)
})

test('a passkey proves again that it is its holder, and nobody else’s does', async () => {
  const { holder, browser, device } = await withPasskey()
  const stranger = await withPasskey()
  await ageProof(site, holder.id)
  const page = await browser.ask('/account/proof?next=/account/password')
  const prove = (by: Authenticator) =>
    browser.send('/account/proof/passkey?next=/account/password', {
      _answer: by.use({ challenge: challengeIn(page) }),
    })
  expect((await prove(stranger.device)).statusCode).toBe(400)
  expect((await prove(device)).headers.location).toBe('/account/password')
  expect((await browser.ask('/account/password')).statusCode).toBe(200)
})

test('at a bare number, or without TLS elsewhere, no passkeys are offered', async () => {
  const bare = await testSite()
  const page = await bare.app.inject({ url: '/sign-in', headers: { host: '127.0.0.1:3000' } })
  expect(page.body).not.toContain('data-passkey')
  const answer = await sendForm(bare.app, '/sign-in/passkey', { fields: {} })
  expect([200, 303]).not.toContain(answer.statusCode)
})
