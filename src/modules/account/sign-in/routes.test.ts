import { expect, test } from 'vitest'
import { textOf } from '../../../../tests/builders/page-text.ts'
import { asOwner } from '../../../../tests/builders/people.ts'
import { aHolder, codeNow, cookieOf, sendForm, testSite, type Holder } from '../testing/site.ts'

const site = await testSite()
const { app, db } = site

interface Attempt {
  email?: string
  password?: string
  code?: string
  next?: string
  address?: string
}

const attempt = (holder: Holder, { next = '', address, ...typed }: Attempt = {}) =>
  sendForm(app, `/sign-in?next=${next}`, {
    ...(address === undefined ? {} : { address }),
    fields: {
      email: typed.email ?? holder.email,
      _password: typed.password ?? holder.password,
      _code: typed.code ?? codeNow(holder),
    },
  })

const entriesOf = (verb: string, userId: string) =>
  asOwner(db, async client => {
    const found = await client.query<{ codes: string[]; outcome: string }>(
      'select codes, outcome from audit.entry where verb = $1 and (user_id = $2 or $2 = any (subjects))',
      [verb, userId],
    )
    return found.rows
  })

test('the page asks for email address, password and code, and keeps nothing', async () => {
  const answer = await app.inject('/sign-in')
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(textOf(answer.body)).toContain('Email address Password Code from your authenticator app')
})

test('somebody who shows all three is let in, led on, and the log says so', async () => {
  const holder = await aHolder(site)
  const answer = await attempt(holder, { next: '/cases' })
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/cases'])
  expect(answer.headers['set-cookie']).toMatch(
    /^turnstone=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
  )
  expect(await entriesOf('sign-in.done', holder.id)).toEqual([
    { codes: ['password-and-code'], outcome: 'done' },
  ])
  const again = await app.inject({ url: '/sign-in', headers: { cookie: cookieOf(answer) } })
  expect(again.statusCode).toBe(303)
})

test('an unknown account, a wrong password and a wrong code get the same answer, byte for byte', async () => {
  const holder = await aHolder(site)
  const answers = [
    await attempt(holder, { email: 'nobody.here@ardenshire.example' }),
    await attempt(holder, { password: 'otter lantern bicycle' }),
    await attempt(holder, { code: '000000' }),
    await attempt(holder, { code: '0123-4567-89AB-CDEF' }),
  ]
  const bodies = answers.map(({ body, statusCode }) => {
    expect(statusCode).toBe(400)
    return body
      .replaceAll(/value="[^"]*@[^"]*"/g, 'value=""')
      .replace(/data-passkey-options="[^"]*"/, '')
  })
  expect(new Set(bodies).size).toBe(1)
  expect(textOf(bodies[0]!)).toContain('The email address, password or code is not right.')
  expect(answers.some(({ headers }) => 'set-cookie' in headers)).toBe(false)
  expect(await entriesOf('sign-in.refused', holder.id)).toHaveLength(3)
})

test('a code works once', async () => {
  const holder = await aHolder(site)
  const code = codeNow(holder)
  expect((await attempt(holder, { code })).statusCode).toBe(303)
  expect((await attempt(holder, { code })).statusCode).toBe(400)
  expect((await attempt(holder, { code: codeNow(holder, 30) })).statusCode).toBe(303)
})

test('one code sent four times at once lets in once', async () => {
  const holder = await aHolder(site)
  const code = codeNow(holder)
  const many = await Promise.all(Array.from({ length: 4 }, () => attempt(holder, { code })))
  expect(many.filter(({ statusCode }) => statusCode === 303)).toHaveLength(1)
})

test('after five failures the account pauses, whether it exists or not, and says for how long', async () => {
  const holder = await aHolder(site)
  for (const email of [holder.email, 'someone.else@ardenshire.example']) {
    const address = `192.0.2.${email.length}`
    for (let time = 0; time < 5; time += 1)
      await attempt(holder, { email, code: '000000', address })
    const paused = await attempt(holder, { email, address })
    expect(paused.statusCode).toBe(400)
    expect(textOf(paused.body)).toMatch(
      /There were too many tries\. Wait (30|29|28) seconds, then try again\./,
    )
  }
})

test('twenty guesses at once get five tries, not twenty', async () => {
  const holder = await aHolder(site)
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => attempt(holder, { password: 'a wrong password' })),
  )
  const tried = answers.filter(({ body }) => !body.includes('too many tries'))
  expect(tried.length).toBeLessThanOrEqual(5)
})

test('success forgets the failures of the account', async () => {
  const holder = await aHolder(site)
  for (let time = 0; time < 4; time += 1) await attempt(holder, { code: '000000' })
  expect((await attempt(holder)).statusCode).toBe(303)
  for (let time = 0; time < 4; time += 1) await attempt(holder, { code: '000000' })
  expect((await attempt(holder, { code: codeNow(holder, 30) })).statusCode).toBe(303)
})

test('an address that fails for many accounts pauses too, for any account', async () => {
  const holder = await aHolder(site)
  const address = '192.0.2.200'
  await attempt(holder, { email: 'first@ardenshire.example', address })
  // The newest is that of the address: as if it had been tried fifty times.
  await asOwner(db, client =>
    client.query(
      'update access.sign_in_failure set failures = 50 where last_at = (select max(last_at) from access.sign_in_failure)',
    ),
  )
  await attempt(holder, { email: 'second@ardenshire.example', address })
  expect(textOf((await attempt(holder, { address })).body)).toMatch(/Wait \d+ seconds/)
  expect((await attempt(holder, { address: '192.0.2.201' })).statusCode).toBe(303)
})

test('failures that come through a proxy on this machine pause the account alone', async () => {
  const holder = await aHolder(site)
  for (let time = 0; time < 3; time += 1) {
    const email = `guess-${time}@ardenshire.example`
    await attempt(holder, { email, address: '127.0.0.1' })
    await asOwner(db, client =>
      client.query('update access.sign_in_failure set failures = 60 where failures < 60'),
    )
  }
  expect((await attempt(holder, { address: '127.0.0.1' })).statusCode).toBe(303)
})

test('an account that was closed, or whose agency was, is not let in and says nothing else', async () => {
  const holder = await aHolder(site)
  await asOwner(db, client =>
    client.query('update access.user_account set disabled_at = now() where id = $1', [holder.id]),
  )
  const answer = await attempt(holder)
  expect(answer.statusCode).toBe(400)
  expect(textOf(answer.body)).toContain('The email address, password or code is not right.')
})

test('a form from another site is not read', async () => {
  const holder = await aHolder(site)
  const fields = { email: holder.email, _password: holder.password, _code: codeNow(holder) }
  const answer = await app.inject({
    method: 'POST',
    url: '/sign-in',
    payload: new URLSearchParams(fields).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'cross-site',
    },
  })
  expect(answer.statusCode).toBe(400)
  expect('set-cookie' in answer.headers).toBe(false)
})

test('what is missing is said at its field, the email address stays, password and code do not', async () => {
  const answer = await sendForm(app, '/sign-in', {
    fields: { email: 'ines@ardenshire.example', _password: 'otter lantern biscuit', _code: '' },
  })
  expect(answer.statusCode).toBe(400)
  expect(textOf(answer.body)).toContain('There is a problem Enter the code from your app')
  expect(answer.body).toContain('href="#code"')
  expect(answer.body).toContain('value="ines@ardenshire.example"')
  expect(answer.body).not.toContain('otter lantern')
})

test('a session that was there before ends with the new one', async () => {
  const holder = await aHolder(site)
  const before = cookieOf(await attempt(holder))
  const answer = await sendForm(app, '/sign-in', {
    cookie: before,
    fields: { email: holder.email, _password: holder.password, _code: codeNow(holder, 30) },
  })
  expect(answer.statusCode).toBe(303)
  const { rows } = await asOwner(db, client =>
    client.query('select ended_by from access.session where user_id = $1 order by began_at', [
      holder.id,
    ]),
  )
  expect(rows).toEqual([{ ended_by: 'sign-out' }, { ended_by: null }])
})
