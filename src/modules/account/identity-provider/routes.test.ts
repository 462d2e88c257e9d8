import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { textOf } from '../../../../tests/builders/page-text.ts'
import { asOwner, signedIn } from '../../../../tests/builders/people.ts'
import { openMaintenance } from '../../../platform/db/maintenance.ts'
import { invite } from '../inviting/queries.ts'
import { testProvider } from '../../../../tests/builders/identity-provider.ts'
import { invitedByTwo } from '../testing/invited-by-two.ts'
import { cookieOf, sendForm, testSite } from '../testing/site.ts'

const origin = 'https://turnstone.ardenshire.example'
const provider = await testProvider(`${origin}/sign-in/identity-provider/return`)
const settings = { ...provider, name: 'Ardenshire Police' }
const site = await testSite({ origin, provider: settings })
const { app, db } = site
const owner = openMaintenance(db.owner)
afterAll(() => owner.close())

/** Somebody who is invited, and is called so by the provider. */
async function aGuest(prefix = ''): Promise<string> {
  const login = `guest-${randomUUID().slice(0, 8)}`
  const wish = { role: 'investigator', name: 'Mary Quill', agency: null, area: null } as const
  const email = `${login}@ardenshire.example`
  const made = await owner.loading(tx => invite(tx, { ...wish, email }, randomUUID()))
  expect(made.is).toBe('invited')
  return `${prefix}${login}`
}

/** Leaves for the provider: its address, and what the browser carries. */
async function leave(query = 'next=/cases') {
  const gone = await app.inject(`/sign-in/identity-provider?${query}`)
  return { address: gone.headers.location ?? '', cookie: cookieOf(gone), answer: gone }
}

const comeBack = (url: string, cookie: string) =>
  app.inject({ url: url.replace(origin, ''), headers: { cookie } })

async function signInAs(login: string, query?: string) {
  const { address, cookie } = await leave(query)
  return comeBack(await provider.passThrough(address, login), cookie)
}

const cookiesOf = (headers: Record<string, unknown>): string => String(headers['set-cookie'])

test('the sign-in page offers the provider by its name', async () => {
  const page = await app.inject('/sign-in?next=/cases')
  expect(textOf(page.body)).toContain('Sign in with Ardenshire Police')
  expect(page.body).toContain('href="/sign-in/identity-provider?next=%2Fcases"')
})

test('it is asked with PKCE, state and nonce, and nothing of it is readable in the browser', async () => {
  const { address, answer } = await leave()
  const asked = new URL(address)
  expect(asked.origin).toBe(provider.issuer)
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({
    response_type: 'code',
    scope: 'openid email',
    code_challenge_method: 'S256',
    redirect_uri: `${origin}/sign-in/identity-provider/return`,
  })
  for (const part of ['state', 'nonce', 'code_challenge'])
    expect(asked.searchParams.get(part)).toMatch(/^[\w-]{43}$/)
  const cookie = cookiesOf(answer.headers)
  expect(cookie).toMatch(
    /Max-Age=600; Path=\/sign-in\/identity-provider; HttpOnly; Secure; SameSite=Lax/,
  )
  expect(cookie).not.toContain(asked.searchParams.get('state') ?? '')
})

test('somebody invited comes in by a verified address, and by the identity alone afterwards', async () => {
  const guest = await aGuest()
  const first = await signInAs(guest)
  expect([first.statusCode, first.headers.location]).toEqual([303, '/cases'])
  await asOwner(db, client =>
    client.query(`update access.user_contact set email = 'moved-' || email where email = $1`, [
      `${guest}@ardenshire.example`,
    ]),
  )
  const again = await signInAs(guest)
  expect(again.statusCode).toBe(303)
  const { rows } = await asOwner(db, client =>
    client.query(
      'select distinct f.subject, s.means from access.federated_identity f join access.session s using (user_id) where f.subject = $1',
      [guest],
    ),
  )
  expect(rows).toEqual([{ subject: guest, means: 'identity provider' }])
})

test.each([
  ['whom nobody invited', () => Promise.resolve('stranger')],
  ['whose address the provider has not verified', () => aGuest('unverified-')],
])('somebody %s has no account, and is told so', async (_, login) => {
  const answer = await signInAs(await login())
  expect(answer.statusCode).toBe(400)
  expect(textOf(answer.body)).toContain('There is no account here for you yet.')
  expect(cookiesOf(answer.headers)).not.toMatch(/turnstone=[\w-]{43}/)
})

test('whom two administrators invited comes in by a verified address after the code alone, for ten minutes', async () => {
  const { url, email, code, id, agree } = await invitedByTwo(site)
  const login = email.split('@')[0] ?? ''
  await agree()
  expect((await signInAs(login)).statusCode).toBe(400)
  const wrong = await sendForm(app, `${url}/provider`, { fields: { handed: 'AAAA-AAAA' } })
  expect(textOf(wrong.body)).toContain('That is not the code of this invitation')
  expect(textOf((await sendForm(app, `${url}/provider`, { fields: {} })).body)).toContain(
    'Enter the 8 letters and digits',
  )
  expect((await signInAs(login)).statusCode).toBe(400)
  const shown = await sendForm(app, `${url}/provider`, { fields: { handed: code } })
  const [place = '', query] = String(shown.headers.location).split('?')
  expect([place, query]).toEqual([
    '/sign-in/identity-provider',
    expect.stringMatching(/^next=%2Faccount&invitation=[\w-]+$/),
  ])
  const later = (until: string) =>
    asOwner(db, client =>
      client.query(`update access.invitation set provider_until = now() + $2 where user_id = $1`, [
        id,
        until,
      ]),
    )
  await later('-1 second')
  expect((await signInAs(login, query)).statusCode).toBe(400)
  await later('1 minute')
  // Somebody else whom the provider knows by this address, such as whoever invited, meanwhile.
  expect((await signInAs(login)).statusCode).toBe(400)
  expect((await signInAs(login, 'next=/account&invitation=AAAA')).statusCode).toBe(400)
  expect((await signInAs(login, query)).statusCode).toBe(303)
  expect((await app.inject(url)).statusCode).toBe(404)
})

test('whoever is invited anew and comes by the provider leaves nothing by which the account was entered before', async () => {
  const { url, email, code, id, agree } = await invitedByTwo(site)
  const before = await signedIn(db, id)
  await asOwner(db, client =>
    client.query(
      `with w as (insert into access.password (user_id, hash) values ($1, '$argon2id$v=19$x')),
         i as (insert into access.federated_identity (issuer, subject, user_id) values ('https://old.example', 'old', $1))
       insert into access.recovery_code (hash, user_id) values (sha256($2), $1)`,
      [id, Buffer.from(id)],
    ),
  )
  await agree()
  const shown = await sendForm(app, `${url}/provider`, { fields: { handed: code } })
  const query = String(shown.headers.location).split('?')[1]
  expect((await signInAs(email.split('@')[0] ?? '', query)).statusCode).toBe(303)
  const left = await asOwner(db, async client => {
    const { rows } = await client.query<{ ways: string[] }>(
      `select array(select 'password' from access.password where user_id = $1
         union all select subject from access.federated_identity where user_id = $1 and subject = 'old'
         union all select 'recovery code' from access.recovery_code where user_id = $1) as ways`,
      [id],
    )
    return rows[0]?.ways
  })
  expect(left).toEqual([])
  const cookie = `turnstone=${before.token}`
  expect((await app.inject({ url: '/work', headers: { cookie } })).statusCode).toBe(303)
})

test('an account that is closed is not opened by its identity', async () => {
  const guest = await aGuest()
  await signInAs(guest)
  await asOwner(db, client =>
    client.query(
      'update access.user_account set disabled_at = now() where id = (select user_id from access.federated_identity where subject = $1)',
      [guest],
    ),
  )
  expect((await signInAs(guest)).statusCode).toBe(400)
})

test('an answer that came for another browser, or another question, lets nobody in', async () => {
  const guest = await aGuest()
  const [mine, theirs] = [await leave(), await leave()]
  const back = await provider.passThrough(mine.address, guest)
  expect((await comeBack(back, theirs.cookie)).statusCode).toBe(400)
  expect((await comeBack(back, '')).statusCode).toBe(400)
  expect((await comeBack(back, 'turnstone-provider=AAAA')).statusCode).toBe(400)
  const forged = back.replace(/code=[^&]+/, 'code=forged')
  expect((await comeBack(forged, mine.cookie)).statusCode).toBe(400)
})

test('an answer counts once', async () => {
  const guest = await aGuest()
  const { address, cookie } = await leave()
  const back = await provider.passThrough(address, guest)
  expect((await comeBack(back, cookie)).statusCode).toBe(303)
  expect((await comeBack(back, cookie)).statusCode).toBe(400)
})

test('whoever says no at the provider reads a sentence', async () => {
  const { address, cookie } = await leave()
  const state = new URL(address).searchParams.get('state') ?? ''
  const no = `/sign-in/identity-provider/return?error=access_denied&state=${state}&iss=${encodeURIComponent(provider.issuer)}`
  const answer = await comeBack(no, cookie)
  expect(textOf(answer.body)).toContain('Your organisation did not confirm who you are.')
})

test('to show again that it is them, people sign in anew at the provider', async () => {
  const guest = await aGuest()
  const { address } = await leave('next=/account/password&fresh=yes')
  expect(new URL(address).searchParams.get('prompt')).toBe('login')
  const answer = await signInAs(guest, 'next=/account&fresh=yes')
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/account'])
})

test('a provider that is away is told as such, and asked again by whoever comes next', async () => {
  const away = { ...settings, issuer: 'http://127.0.0.1:9' }
  const other = await testSite({ origin, provider: away })
  const answer = await other.app.inject('/sign-in/identity-provider')
  expect(answer.statusCode).toBe(503)
  expect(textOf(answer.body)).toContain('cannot be reached just now')
  expect((await other.app.inject('/sign-in')).statusCode).toBe(200)
})

test('without a provider the addresses do not exist', async () => {
  const other = await testSite({ origin })
  expect((await other.app.inject('/sign-in/identity-provider')).statusCode).toBe(404)
  expect((await other.app.inject('/sign-in/identity-provider/return')).statusCode).toBe(404)
})
