import { expect, test } from 'vitest'
import { textOf } from '../../../../tests/builders/page-text.ts'
import { asOwner } from '../../../../tests/builders/people.ts'
import { aHolder, codeNow, sendForm, signIn, testSite } from '../testing/site.ts'
import { secretIn } from '../testing/secret-in.ts'
import { codeAt } from './code.ts'

const site = await testSite()
const { app, db } = site

test('new codes are set up with a first code, and those of before stop working', async () => {
  const holder = await aHolder(site)
  const browser = await signIn(site, holder)
  const page = await browser.ask('/account/one-time-code')
  expect(page.body).toContain('role="img"')
  const secret = secretIn(page.body)
  const sealed = /name="_secret" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const wrong = await browser.send('/account/one-time-code', { _secret: sealed, _code: '000000' })
  expect(wrong.statusCode).toBe(400)
  expect(textOf(wrong.body)).toContain('That is not the code that the app should show.')
  expect(wrong.body).toContain(sealed)
  const now = Math.floor(Temporal.Now.instant().epochMilliseconds / 1000)
  const first = codeAt(secret, now)
  const done = await browser.send('/account/one-time-code', { _secret: sealed, _code: first })
  expect([done.statusCode, done.headers.location]).toEqual([303, '/account'])
  const tries = async (code: string) =>
    (
      await sendForm(app, '/sign-in', {
        address: '203.0.113.20',
        fields: { email: holder.email, _password: holder.password, _code: code },
      })
    ).statusCode
  expect(await tries(first)).toBe(400)
  expect(await tries(codeNow(holder, 30))).toBe(400)
  expect(await tries(codeAt(secret, now + 30))).toBe(303)
})

test('a secret that was offered to somebody else is not taken', async () => {
  const [holder, other] = [await aHolder(site), await aHolder(site)]
  const page = await (await signIn(site, other)).ask('/account/one-time-code')
  const sealed = /name="_secret" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const browser = await signIn(site, holder)
  const answer = await browser.send('/account/one-time-code', { _secret: sealed, _code: '123456' })
  expect(answer.statusCode).toBe(400)
  expect(answer.body).not.toContain(sealed)
})

test('recovery codes are shown once, each lets in once, and new ones end the old', async () => {
  const holder = await aHolder(site)
  const browser = await signIn(site, holder)
  const shown = await browser.send('/account/recovery-codes')
  const codes = [...shown.body.matchAll(/<code>([0-9A-Z-]{19})<\/code>/g)].map(
    ([, code]) => code ?? '',
  )
  expect(new Set(codes).size).toBe(8)
  expect(textOf((await browser.ask('/account')).body)).toContain('Recovery codes 8 left')
  const tries = async (code = '') =>
    (
      await sendForm(app, '/sign-in', {
        address: '203.0.113.21',
        fields: { email: holder.email, _password: holder.password, _code: code },
      })
    ).statusCode
  expect(await tries(codes[0]?.toLowerCase())).toBe(303)
  expect(await tries(codes[0])).toBe(400)
  expect(textOf((await browser.ask('/account')).body)).toContain('Recovery codes 7 left')
  await browser.send('/account/recovery-codes')
  expect(await tries(codes[1])).toBe(400)
})

test('the secret stands in the database as nobody there can read it', async () => {
  const holder = await aHolder(site)
  const { rows } = await asOwner(db, client =>
    client.query<{ secret: Buffer }>('select secret from access.one_time_code where user_id = $1', [
      holder.id,
    ]),
  )
  expect(rows[0]!.secret.includes(holder.secret)).toBe(false)
})
