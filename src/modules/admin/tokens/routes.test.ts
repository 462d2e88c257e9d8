import { expect, test } from 'vitest'
import { formOf, textOfPage } from '../../../../tests/builders/forms.ts'
import { asOwner, aTeam } from '../../../../tests/builders/people.ts'
import { adminSite, entriesOf } from '../testing/site.ts'
import { lifetimes } from './program.ts'

const site = await adminSite()
const { db, app, partners, first, second, get, post, fill, agree } = site

const aProgram = async (): Promise<string> => {
  const sent = { name: 'Case system', team: partners.id }
  const added = await fill(first, '/admin/tokens/new', sent)
  expect(added.statusCode).toBe(303)
  return /tokens\/([0-9a-f-]{36})\/new/.exec(String(added.headers.location))![1]!
}
const aToken = async (program: string, days = '30'): Promise<string> => {
  const halves = [
    await fill(first, `/admin/tokens/${program}/new`, { days }),
    await agree(second, program),
  ]
  expect(halves.map(({ statusCode }) => statusCode)).toEqual([200, 200])
  return halves.map(halfIn).join('')
}
const halfIn = ({ body }: { body: string }): string => /id="shown-once">([\w-]+)</.exec(body)![1]!
const asProgram = (token: string, url = '/api/cases') =>
  app.inject({ url, headers: { authorization: `Bearer ${token}` } })

/** The addresses at which the tokens of a program are ended, the newest token first. */
const endsOf = async (program: string): Promise<string[]> => {
  const page = (await get(first, '/admin/tokens')).body
  return [...page.matchAll(new RegExp(`/admin/tokens/${program}/[0-9a-f-]{36}/end`, 'g'))].map(
    ([url]) => url,
  )
}

test('a token opens the API as a practitioner, and no page as a cookie or otherwise', async () => {
  const token = await aToken(await aProgram())
  expect((await asProgram(token)).statusCode).toBe(200)
  for (const headers of [{ cookie: `turnstone=${token}` }, { authorization: `Bearer ${token}` }])
    for (const url of ['/cases', '/work', '/account'])
      expect((await app.inject({ url, headers })).headers.location, url).toContain('/sign-in')
  const cookie = await app.inject({ url: '/api/cases', headers: { cookie: `turnstone=${token}` } })
  expect(cookie.statusCode).toBe(401)
})

test('a token that is ended opens nothing with the next request; another of the program goes on', async () => {
  const program = await aProgram()
  const old = await aToken(program)
  const [end] = await endsOf(program)
  const token = await aToken(program)
  expect((await fill(first, end!)).statusCode).toBe(303)
  expect((await asProgram(old)).statusCode).toBe(401)
  expect((await asProgram(token)).statusCode).toBe(200)
  expect((await get(first, end!)).statusCode).toBe(404)
  expect(await entriesOf(db, first)).toContainEqual(
    expect.objectContaining({ verb: 'token.end', outcome: 'done', subjects: [program] }),
  )
})

test('stopping its agency shuts a program out at once, and letting it in opens its token again', async () => {
  const elsewhere = await aTeam(db, { beside: partners, agency: 'new' })
  const added = await fill(first, '/admin/tokens/new', { name: 'Register', team: elsewhere.id })
  const program = /tokens\/([0-9a-f-]{36})\/new/.exec(String(added.headers.location))![1]!
  const token = await aToken(program)
  await fill(first, `/admin/agencies/${elsewhere.agencyId}/stopping`)
  expect((await asProgram(token)).statusCode).toBe(401)
  await fill(first, `/admin/agencies/${elsewhere.agencyId}/admission`)
  expect((await asProgram(token)).statusCode).toBe(401)
  await agree(second, elsewhere.agencyId)
  expect((await asProgram(token)).statusCode).toBe(200)
})

test.each(lifetimes)('a token of %s days lasts so long, used or not', async days => {
  const program = await aProgram()
  await aToken(program, days)
  const { rows } = await asOwner(db, client =>
    client.query(
      `select kind, means, idle_seconds / 86400 as idle, extract(day from ends_at - began_at)::int as days
       from access.session where user_id = $1`,
      [program],
    ),
  )
  expect(rows).toEqual([
    { kind: 'program', means: 'token', idle: Number(days), days: Number(days) },
  ])
})

test('neither half of a token opens anything, nor both before a second administrator agrees', async () => {
  const program = await aProgram()
  const firstHalf = halfIn(await fill(first, `/admin/tokens/${program}/new`, { days: '7' }))
  const { rows } = await asOwner(db, client =>
    client.query<{ other_half: string }>(
      'select other_half from access.proposal where user_id = $1',
      [program],
    ),
  )
  expect((await asProgram(firstHalf + rows[0]!.other_half)).statusCode).toBe(401)
  expect((await fill(first, `/admin/tokens/${program}/new`, { days: '7' })).statusCode).toBe(400)
  const agreed = await agree(second, program)
  const secondHalf = halfIn(agreed)
  expect([firstHalf.length, secondHalf.length]).toEqual([22, 21])
  expect(textOfPage(agreed.body)).not.toContain(firstHalf)
  for (const half of [firstHalf, secondHalf, secondHalf + firstHalf])
    expect((await asProgram(half)).statusCode).toBe(401)
  expect((await asProgram(firstHalf + secondHalf)).statusCode).toBe(200)
  const kept = await asOwner(db, client =>
    client.query('select token_hash, other_half from access.proposal where user_id = $1', [
      program,
    ]),
  )
  expect(kept.rows).toEqual([{ token_hash: null, other_half: null }])
})

test('a half is shown once: the same form sent again shows and makes none', async () => {
  const program = await aProgram()
  const url = `/admin/tokens/${program}/new`
  const form = { ...formOf((await get(first, url)).body), days: '7' }
  expect((await post(first, url, form)).body).toContain('shown-once')
  expect((await post(first, url, form)).statusCode).toBe(303)
  expect(await endsOf(program)).toEqual([])
  await agree(second, program)
  expect(await endsOf(program)).toHaveLength(1)
})

test('a longer life, or none, makes no token', async () => {
  const program = await aProgram()
  for (const days of ['91', ''])
    expect(
      textOfPage((await fill(first, `/admin/tokens/${program}/new`, { days })).body),
    ).toContain('Choose how long')
  expect(await endsOf(program)).toEqual([])
})

test('a program is in no list of people, and its page is no page of a user', async () => {
  const program = await aProgram()
  expect((await get(first, `/admin/users/${program}`)).statusCode).toBe(404)
  expect((await get(first, `/admin/tokens/${first.id}/new`)).statusCode).toBe(404)
})

test('a team of another area gets no program', async () => {
  const { id } = await aTeam(db)
  const answer = await fill(first, '/admin/tokens/new', { name: 'Case system', team: id })
  expect(textOfPage(answer.body)).toContain('Choose a team from the list')
  expect(formOf(answer.body)).toMatchObject({ name: 'Case system' })
})
