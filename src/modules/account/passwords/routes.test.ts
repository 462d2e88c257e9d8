import { expect, test } from 'vitest'
import { textOf } from '../../../../tests/builders/page-text.ts'
import {
  ageProof,
  aHolder,
  codeNow,
  forgetUsedCodes,
  sendForm,
  signIn,
  testSite,
} from '../testing/site.ts'

const site = await testSite()
const { app } = site
const better = 'marble river thistle'

const signsIn = async (holder: { email: string }, password: string, code: string) =>
  (
    await sendForm(app, '/sign-in', {
      address: '203.0.113.7',
      fields: { email: holder.email, _password: password, _code: code },
    })
  ).statusCode === 303

test('the password changes with the old one; other sessions end, this one stays', async () => {
  const holder = await aHolder(site)
  const other = await signIn(site, holder)
  await forgetUsedCodes(site, holder.id)
  const here = await signIn(site, holder)
  const changed = await here.send('/account/password', {
    _old: holder.password,
    _new: better,
    _again: better,
  })
  expect([changed.statusCode, changed.headers.location]).toEqual([303, '/account'])
  expect((await here.ask('/account')).statusCode).toBe(200)
  expect((await other.ask('/account')).statusCode).toBe(303)
  expect(await signsIn(holder, holder.password, codeNow(holder, 30))).toBe(false)
  expect(await signsIn(holder, better, codeNow(holder, 30))).toBe(true)
})

test.each([
  [{ _old: 'a wrong password' }, 'That is not your password of now'],
  [{ _again: 'marble river thistles' }, 'The new password was not the same both times'],
  [{ _new: 'short', _again: 'short' }, 'Password must be 12 characters or more'],
  [
    { _new: 'password2026!', _again: 'password2026!' },
    'Password must not be one of the common ones',
  ],
  [{ _new: 'Ines Hallow 1984', _again: 'Ines Hallow 1984' }, 'Password must not be your name'],
  [{ _old: '' }, 'Enter your password of now'],
  [{ _token: 'forged' }, 'This page was open for a long time'],
])(
  'a change that is wrong (%o) is refused with a sentence, and nothing changes',
  async (sent, sentence) => {
    const holder = await aHolder(site)
    const browser = await signIn(site, holder)
    const fields = { _old: holder.password, _new: better, _again: better, ...sent }
    const answer = await browser.send('/account/password', fields)
    expect(answer.statusCode).toBe(400)
    expect(textOf(answer.body)).toContain(`There is a problem ${sentence}`)
    expect(answer.body).not.toContain(better)
    expect(await signsIn(holder, holder.password, codeNow(holder, 30))).toBe(true)
  },
)

test('an old proof does not do: the change asks for a second factor first', async () => {
  const holder = await aHolder(site)
  const browser = await signIn(site, holder)
  await ageProof(site, holder.id)
  const answer = await browser.send('/account/password', {
    _old: holder.password,
    _new: better,
    _again: better,
  })
  expect(answer.headers.location).toBe('/account/proof?next=%2Faccount%2Fpassword')
  expect(await signsIn(holder, holder.password, codeNow(holder, 30))).toBe(true)
})
