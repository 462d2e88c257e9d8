import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { textOf } from '../../../../tests/builders/page-text.ts'
import { asOwner } from '../../../../tests/builders/people.ts'
import type { Writer } from '../../../platform/db/door.ts'
import { openMaintenance } from '../../../platform/db/maintenance.ts'
import { invite } from '../inviting/queries.ts'
import type { Wish } from '../inviting/wish.ts'
import { codeAt } from '../one-time-codes/code.ts'
import { invitedByTwo } from '../testing/invited-by-two.ts'
import { aHolder, codeNow, cookieOf, sendForm, signIn, testSite } from '../testing/site.ts'
import { secretIn } from '../testing/secret-in.ts'

const site = await testSite()
const { app, db, team } = site
const owner = openMaintenance(db.owner)
afterAll(() => owner.close())

const wish = (some: Partial<Wish> = {}): Wish => ({
  email: `${randomUUID().slice(0, 8)}@ardenshire.example`,
  role: 'administrator',
  name: 'Mary Ann Quill',
  agency: null,
  area: null,
  ...some,
})

const asked = (tx: Writer, it: Wish) => invite(tx, it, randomUUID())

async function invited(some: Partial<Wish> = {}) {
  const it = wish(some)
  const made = await owner.loading(tx => asked(tx, it))
  if (made.is === 'missing') throw new Error(made.sentence)
  return { email: it.email, url: `/invitations/${made.token}` }
}

const sealedIn = (body: string): string => /name="_secret" value="([^"]+)"/.exec(body)?.[1] ?? ''
const password = 'marble river thistle'
const nowSeconds = () => Math.floor(Temporal.Now.instant().epochMilliseconds / 1000)

async function takeUp(url: string, some: Record<string, string> = {}) {
  const page = await app.inject(url)
  const _code = codeAt(secretIn(page.body), nowSeconds())
  const fields = { _new: password, _again: password, _secret: sealedIn(page.body), _code, ...some }
  return sendForm(app, url, { fields })
}

test('an invitation names who is invited, and sets password and codes, once', async () => {
  const { url, email } = await invited()
  const page = await app.inject(url)
  expect(textOf(page.body)).toContain(
    `Mary Ann Quill, Agency of ${team.name}. You will sign in as ${email}.`,
  )
  expect(page.headers['cache-control']).toBe('no-store')
  const taken = await takeUp(url)
  expect([taken.statusCode, taken.headers.location]).toEqual([303, '/account'])
  const account = await app.inject({ url: '/account', headers: { cookie: cookieOf(taken) } })
  expect(textOf(account.body)).toContain(email)
  const again = await app.inject(url)
  expect(again.statusCode).toBe(404)
  expect(textOf(again.body)).toContain('it has been used')
  const { rows } = await asOwner(db, client =>
    client.query(
      `select e.verb from audit.entry e join access.user_contact c on c.user_id = e.user_id or c.user_id = any (e.subjects)
       where c.email = $1 order by e.at`,
      [email],
    ),
  )
  expect(rows.map(({ verb }: { verb: string }) => verb)).toEqual(
    expect.arrayContaining(['account.invite', 'account.accept', 'sign-in.done']),
  )
})

test.each([
  [{ _new: 'short', _again: 'short' }, 'Password must be 12 characters or more'],
  [{ _new: 'Quill quill 2026', _again: 'Quill quill 2026' }, 'Password must not be your name'],
  [{ _again: 'something else' }, 'The new password was not the same both times'],
  [{ _code: '000000' }, 'That is not the code that the app should show.'],
  [{ _code: 'abc' }, 'Enter the 6 digits that the app shows'],
])('what is wrong (%o) is said, and the same secret is offered again', async (some, sentence) => {
  const { url } = await invited()
  const answer = await takeUp(url, some)
  expect(answer.statusCode).toBe(400)
  expect(textOf(answer.body)).toContain(`There is a problem ${sentence}`)
  expect((await app.inject(url)).statusCode).toBe(200)
})

test('taken up four times at once, it holds once', async () => {
  const { url } = await invited()
  const page = await app.inject(url)
  const _code = codeAt(secretIn(page.body), nowSeconds())
  const fields = { _new: password, _again: password, _secret: sealedIn(page.body), _code }
  const all = await Promise.all([1, 2, 3, 4].map(() => sendForm(app, url, { fields })))
  expect(all.map(({ statusCode }) => String(statusCode)).sort()).toEqual([
    '303',
    '404',
    '404',
    '404',
  ])
})

test('a later invitation takes the place of an earlier one; one that has run out holds no more', async () => {
  const first = await invited()
  const second = await invited({ email: first.email, name: null })
  expect((await app.inject(first.url)).statusCode).toBe(404)
  expect((await app.inject(second.url)).statusCode).toBe(200)
  await asOwner(db, client =>
    client.query(
      `update access.invitation set made_at = now() - interval '8 days', ends_at = now() - interval '1 minute'`,
    ),
  )
  expect((await app.inject(second.url)).statusCode).toBe(404)
  expect((await takeUp(second.url)).statusCode).toBe(404)
})

test('whoever has lost everything gets back in; what was there before ends', async () => {
  const holder = await aHolder(site)
  const browser = await signIn(site, holder)
  const { url } = await invited({ email: holder.email, name: null })
  expect((await browser.ask('/account')).statusCode).toBe(200)
  expect((await takeUp(url)).statusCode).toBe(303)
  expect((await browser.ask('/account')).statusCode).toBe(303)
  const before = await sendForm(app, '/sign-in', {
    fields: { email: holder.email, _password: holder.password, _code: codeNow(holder, 30) },
  })
  expect(before.statusCode).toBe(400)
})

test('two administrators invite: the address opens nothing before the second agrees, and nothing without the code', async () => {
  const { url, code, agree } = await invitedByTwo(site)
  const never = (await app.inject(neverMade)).body
  expect((await app.inject(url)).body).toBe(never)
  expect((await takeUp(url, { handed: code })).body).toBe(never)
  expect(await agree()).toBe('done')
  const without = await takeUp(url)
  expect(without.statusCode).toBe(400)
  expect(textOf(without.body)).toContain('Enter the 8 letters and digits')
  const wrong = await takeUp(url, { handed: 'AAAA AAAA' })
  expect(textOf(wrong.body)).toContain('That is not the code of this invitation')
  expect(wrong.body).toContain('value="AAAA AAAA"')
  const taken = await takeUp(url, { handed: code.toLowerCase().replace('-', ' ') })
  expect([taken.statusCode, taken.headers.location]).toEqual([303, '/account'])
})

test('the fifth wrong code ends an invitation, also of twelve at once; it is then as one that never was', async () => {
  const { url, code, id, agree } = await invitedByTwo(site)
  await agree()
  const page = await app.inject(url)
  const fields = {
    _new: password,
    _again: password,
    _secret: sealedIn(page.body),
    _code: codeAt(secretIn(page.body), nowSeconds()),
  }
  const sent = (handed: string) => sendForm(app, url, { fields: { ...fields, handed } })
  const all = await Promise.all(Array.from({ length: 12 }, () => sent('AAAA-AAAA')))
  expect(all.filter(({ statusCode }) => statusCode === 400)).toHaveLength(4)
  expect(all.filter(({ statusCode }) => statusCode === 404)).toHaveLength(8)
  const never = await app.inject(neverMade)
  for (const answer of [await app.inject(url), await sent(code)])
    expect([answer.statusCode, answer.body]).toEqual([404, never.body])
  const { rows } = await asOwner(db, client =>
    client.query(
      `select i.wrong_codes, i.ended_at is not null as ended, exists (select from access.password p where p.user_id = $1) as set,
         (select count(*)::int from audit.entry e where e.verb = 'account.accept' and e.outcome = 'refused' and $1 = any (e.subjects)) as told
       from access.invitation i where i.user_id = $1`,
      [id],
    ),
  )
  expect(rows).toMatchObject([{ wrong_codes: 5, ended: true, set: false }])
  expect((rows[0] as { told: number }).told).toBeGreaterThanOrEqual(5)
})

test('a code is that of one invitation, and ends with it', async () => {
  const holder = await aHolder(site)
  const [one, other] = [await invitedByTwo(site, holder), await invitedByTwo(site)]
  await one.agree()
  await other.agree()
  expect((await takeUp(other.url, { handed: one.code })).statusCode).toBe(400)
  const anew = await invitedByTwo(site, holder)
  expect((await takeUp(one.url, { handed: one.code })).statusCode).toBe(404)
  await anew.agree()
  expect((await takeUp(anew.url, { handed: one.code })).statusCode).toBe(400)
  expect((await takeUp(anew.url, { handed: anew.code })).statusCode).toBe(303)
})

test('what the command line makes takes the place of what waits for a second administrator', async () => {
  const { email, agree, url } = await invitedByTwo(site)
  const cli = await invited({ email, name: null })
  expect(await agree()).toBe('over')
  expect((await app.inject(url)).statusCode).toBe(404)
  expect((await takeUp(cli.url)).statusCode).toBe(303)
})

const neverMade = `/invitations/${'A'.repeat(43)}`

test.each(['/invitations/x', `/invitations/${'A'.repeat(43)}`])('%s invites nobody', async url => {
  expect((await app.inject(url)).statusCode).toBe(404)
  expect((await sendForm(app, url, { fields: {} })).statusCode).toBe(404)
})

test('the first invitation makes area, agency and team; what is missing is asked for', async () => {
  const missing = async (some: Partial<Wish>) => {
    const made = await owner.loading(tx => asked(tx, wish(some)))
    return made.is === 'missing' ? made.sentence : made.is
  }
  expect(await missing({ name: 'Quill' })).toBe(
    'Give the name of the person: --name "Given Family"',
  )
  await invited({ agency: 'Ardenshire Police', area: 'North Ardenshire' })
  expect(await missing({})).toContain('--agency NAME. There are: ')
  expect(await missing({ agency: 'Another agency' })).toContain('--area NAME. There are: ')
  const { rows } = await asOwner(db, client =>
    client.query(
      `select a.slug, g.kind, t.name, p.role from access.posting p join access.team t on t.id = p.team_id
       join access.agency g on g.id = t.agency_id join access.force_area a on a.id = g.area_id where g.name = 'Ardenshire Police'`,
    ),
  )
  expect(rows).toEqual([
    { slug: 'north-ardenshire', kind: 'police', name: 'Administration', role: 'administrator' },
  ])
})

test('the application itself can invite nobody', async () => {
  await expect(
    db.door.writing({ is: 'public' }, tx =>
      asked(tx, wish({ agency: 'A new agency', area: 'A new area' })),
    ),
  ).rejects.toMatchObject({
    facts: { sqlstate: '42501' },
  })
})
