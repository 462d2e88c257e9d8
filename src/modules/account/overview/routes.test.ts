import { expect, test } from 'vitest'
import { textOf } from '../../../../tests/builders/page-text.ts'
import { asOwner } from '../../../../tests/builders/people.ts'
import { ageProof, aHolder, codeNow, sendForm, signIn, testSite } from '../testing/site.ts'
import { ownSessions } from './queries.ts'

const site = await testSite()
const { app, db } = site

const verbsOf = async (userId: string): Promise<string[]> => {
  const { rows } = await asOwner(db, client =>
    client.query<{ verb: string; outcome: string }>(
      'select verb, outcome from audit.entry where user_id = $1 order by at, id',
      [userId],
    ),
  )
  return rows.map(({ verb, outcome }) => `${verb} ${outcome}`)
}

test('nobody sees an account without signing in', async () => {
  const answer = await app.inject('/account')
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/sign-in?next=%2Faccount'])
})

test('one’s own account tells how one signs in and where one is signed in', async () => {
  const holder = await aHolder(site)
  const browser = await signIn(site, holder)
  const answer = await browser.ask('/account')
  const text = textOf(answer.body)
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(text).toContain(`Email address ${holder.email}`)
  expect(text).toContain('Now, here password and code')
  expect(text).toContain('Recovery codes 0 left')
  expect(answer.body).not.toContain('argon2id')
})

test('one signs out with the button, and the cookie opens nothing afterwards', async () => {
  const holder = await aHolder(site)
  const browser = await signIn(site, holder)
  const left = await browser.send('/sign-out')
  expect([left.statusCode, left.headers.location]).toEqual([303, '/sign-out'])
  expect(left.headers['set-cookie']).toMatch(/turnstone=; .*Expires=Thu, 01 Jan 1970/)
  expect((await browser.ask('/account')).statusCode).toBe(303)
  expect(await verbsOf(holder.id)).toEqual(['sign-in.done done', 'sign-out.done done'])
})

test('a page of another site cannot sign anybody out', async () => {
  const browser = await signIn(site, await aHolder(site))
  await sendForm(app, '/sign-out', { cookie: browser.cookie, fields: {} })
  expect((await browser.ask('/account')).statusCode).toBe(200)
})

test('one ends another of one’s own sessions, or all, but nobody else’s', async () => {
  const [holder, other] = [await aHolder(site), await aHolder(site)]
  const here = await signIn(site, holder)
  const elsewhere = await sendForm(app, '/sign-in', {
    address: '203.0.113.9',
    fields: { email: holder.email, _password: holder.password, _code: codeNow(holder, 30) },
  })
  const there = String(elsewhere.headers['set-cookie']).split(';')[0] ?? ''
  const others = await signIn(site, other)
  const sessionsOf = async (userId: string) => {
    const { rows } = await asOwner(db, client =>
      client.query<{ id: string }>(
        'select id from access.session where user_id = $1 and ended_at is null order by began_at',
        [userId],
      ),
    )
    return rows.map(({ id }) => id)
  }
  const [, second = ''] = await sessionsOf(holder.id)
  const [foreign = ''] = await sessionsOf(other.id)
  expect((await here.send(`/account/sessions/${foreign}/end`)).statusCode).toBe(404)
  expect((await here.send('/account/sessions/1/end')).statusCode).toBe(404)
  expect((await here.send(`/account/sessions/${second}/end`)).statusCode).toBe(303)
  expect((await app.inject({ url: '/account', headers: { cookie: there } })).statusCode).toBe(303)
  expect((await here.ask('/account')).statusCode).toBe(200)
  await here.send('/account/sessions/end')
  expect((await here.ask('/account')).statusCode).toBe(303)
  expect((await others.ask('/account')).statusCode).toBe(200)
})

test('sessions of others are not listed, nor those that are over', async () => {
  const holder = await aHolder(site)
  const browser = await signIn(site, holder)
  const token = browser.cookie.split('=')[1] ?? ''
  const { tokenHash } = await import('../../../platform/access/token.ts')
  const digest = tokenHash(token)
  const listed = await db.door.reading({ is: 'person', token: digest! }, ownSessions)
  expect(listed).toMatchObject([{ means: 'password and code', isThis: true }])
})

test('what matters more asks for a second factor again, then leads back', async () => {
  const holder = await aHolder(site)
  const browser = await signIn(site, holder)
  expect((await browser.ask('/account/password')).statusCode).toBe(200)
  await ageProof(site, holder.id)
  const asked = await browser.ask('/account/password')
  expect(asked.headers.location).toBe('/account/proof?next=%2Faccount%2Fpassword')
  const wrong = await browser.send('/account/proof?next=/account/password', { _code: '000000' })
  expect(wrong.statusCode).toBe(400)
  expect(textOf(wrong.body)).toContain('The code is not right, or was used before.')
  const right = await browser.send('/account/proof?next=/account/password', {
    _code: codeNow(holder, 30),
  })
  expect(right.headers.location).toBe('/account/password')
  expect((await browser.ask('/account/password')).statusCode).toBe(200)
  expect(await verbsOf(holder.id)).toEqual(
    expect.arrayContaining(['account.prove refused', 'account.prove done']),
  )
})

test('a code of somebody else proves nothing', async () => {
  const [holder, other] = [await aHolder(site), await aHolder(site)]
  const browser = await signIn(site, holder)
  await ageProof(site, holder.id)
  const answer = await browser.send('/account/proof', { _code: codeNow(other) })
  expect(answer.statusCode).toBe(400)
})
