import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/builders/app.ts'
import { testDatabase } from '../../../../tests/builders/database.ts'
import { formOf, textOfPage } from '../../../../tests/builders/forms.ts'
import { aPerson, asOwner, aTeam, type TestPerson } from '../../../../tests/builders/people.ts'

const db = await testDatabase()
const { app } = await testApp(db)
const team = await aTeam(db)

const open = (person: TestPerson, url = '/cases/new') =>
  app.inject({ url, headers: { cookie: `turnstone=${person.token}` } })

const send = (
  person: TestPerson,
  fields: Record<string, string>,
  { url = '/cases/new', headers = {} }: { url?: string; headers?: Record<string, string> } = {},
) =>
  app.inject({
    method: 'POST',
    url,
    headers: {
      cookie: `turnstone=${person.token}`,
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    payload: new URLSearchParams(fields).toString(),
  })

const filled = async (
  person: TestPerson,
): Promise<Record<string, string> & { summary: string }> => ({
  ...formOf((await open(person)).body),
  type: 'missing child',
  summary: `Case ${randomUUID()}`,
})

const casesCalled = (summary: string): Promise<number> =>
  asOwner(db, async client => {
    const { rows } = await client.query<{ n: number }>(
      'select count(*)::int as n from casework.case where summary = $1',
      [summary],
    )
    return rows[0]!.n
  })

test('a form that is wrong comes back with its words, a summary and a sentence at each field', async () => {
  const person = await aPerson(db, { team, role: 'investigator' })
  const fields = { ...(await filled(person)), summary: 'x'.repeat(201) }
  const answer = await send(person, fields)
  expect(answer.statusCode).toBe(400)
  expect(formOf(answer.body)).toMatchObject({ summary: fields.summary, type: 'missing child' })
  expect(textOfPage(answer.body)).toContain('There is a problem')
  expect(answer.body).toContain('href="#summary"')
  expect(answer.body).toContain('<title>Error: ')
})

test('a form that is sent twice is saved once and leads to the same place', async () => {
  const person = await aPerson(db, { team, role: 'investigator' })
  const fields = await filled(person)
  const [first, second] = [await send(person, fields), await send(person, fields)]
  expect(first.statusCode).toBe(303)
  expect(second.headers.location).toBe(first.headers.location)
  expect(await casesCalled(fields.summary)).toBe(1)
})

test('twenty copies of a form that arrive at once are saved once', async () => {
  const person = await aPerson(db, { team, role: 'investigator' })
  const fields = await filled(person)
  const answers = await Promise.all(Array.from({ length: 20 }, () => send(person, fields)))
  const done = answers.filter(({ statusCode }) => statusCode === 303)
  expect(done.length).toBeGreaterThan(0)
  expect(new Set(done.map(({ headers }) => headers.location)).size).toBe(1)
  expect(await casesCalled(fields.summary)).toBe(1)
})

test('a key that was used is not taken for other words', async () => {
  const person = await aPerson(db, { team, role: 'investigator' })
  const fields = await filled(person)
  await send(person, fields)
  const other = { ...fields, summary: 'Something else' }
  const answer = await send(person, other)
  expect(answer.statusCode).toBe(400)
  expect(textOfPage(answer.body)).toContain('saved before with other words')
  expect(formOf(answer.body)['summary']).toBe('Something else')
  expect(formOf(answer.body)['_key']).not.toBe(fields['_key'])
})

test.for([
  ['without its token', { _token: '' }, {}],
  ['with the token of another session', { _token: 'A'.repeat(43) }, {}],
  ['from another site', {}, { 'sec-fetch-site': 'cross-site' }],
  ['with a foreign origin', {}, { origin: 'https://elsewhere.example' }],
  ['with an origin that is no address', {}, { origin: 'null' }],
] as const)('a form %s is not saved, and keeps its words', async ([, fields, headers]) => {
  const person = await aPerson(db, { team, role: 'investigator' })
  const sent = { ...(await filled(person)), ...fields }
  const answer = await send(person, sent, { headers })
  expect(answer.statusCode).toBe(400)
  expect(formOf(answer.body)['summary']).toBe(sent.summary)
  expect(await casesCalled(sent.summary)).toBe(0)
})

test('fields that the form does not have change nothing', async () => {
  const person = await aPerson(db, { team, role: 'investigator' })
  const fields = {
    ...(await filled(person)),
    sensitivity: 'sealed',
    acl: '{1}',
    owner_id: randomUUID(),
    version: '9',
    reference: 'TS-0000-0000',
  }
  expect((await send(person, fields)).statusCode).toBe(303)
  const made = await asOwner(db, client =>
    client.query('select sensitivity, owner_id, version from casework.case where summary = $1', [
      fields.summary,
    ]),
  )
  expect(made.rows).toEqual([{ sensitivity: 'ordinary', owner_id: person.id, version: 1 }])
})

test('two people who change one case: the second sees both versions, and overwrites only knowingly', async () => {
  const [one, other] = [
    await aPerson(db, { team, role: 'investigator' }),
    await aPerson(db, { team, role: 'investigator' }),
  ]
  const place = String((await send(one, await filled(one))).headers.location)
  const url = `${place}/edit`
  const [mine, theirs] = [
    formOf((await open(one, url)).body),
    formOf((await open(other, url)).body),
  ]
  expect((await send(other, { ...theirs, summary: 'Theirs' }, { url })).statusCode).toBe(303)
  const both = await send(one, { ...mine, summary: 'Mine' }, { url })
  expect(both.statusCode).toBe(400)
  expect(textOfPage(both.body)).toContain('What is on record now, and what you wrote')
  expect(textOfPage(both.body)).toMatch(/Theirs\s+Mine/)
  expect(textOfPage((await open(one, place)).body)).toContain('Theirs')
  const again = await send(one, formOf(both.body), { url })
  expect(again.statusCode).toBe(303)
  expect(textOfPage((await open(one, place)).body)).toContain('Mine')
})

test('what was typed when a session had run out is there again after signing in', async () => {
  const person = await aPerson(db, { team, role: 'investigator' })
  const fields = await filled(person)
  await asOwner(db, client =>
    client.query(
      `update access.session set seen_at = now() - interval '1 hour' where user_id = $1`,
      [person.id],
    ),
  )
  const answer = await send(person, fields)
  expect(answer.statusCode).toBe(303)
  expect(answer.headers.location).toBe('/sign-in?next=%2Fcases%2Fnew')
  await asOwner(db, client =>
    client.query('update access.session set seen_at = now() where user_id = $1', [person.id]),
  )
  const page = await open(person)
  expect(formOf(page.body)['summary']).toBe(fields.summary)
  expect(textOfPage(page.body)).toContain('not saved yet')
})

test('after signing out nothing is kept of what is still sent', async () => {
  const person = await aPerson(db, { team, role: 'investigator' })
  const fields = await filled(person)
  await asOwner(db, client =>
    client.query(
      `update access.session set ended_at = now(), ended_by = 'sign-out' where user_id = $1`,
      [person.id],
    ),
  )
  expect((await send(person, fields)).statusCode).toBe(303)
  const kept = await asOwner(db, client =>
    client.query('select from platform.draft where user_id = $1', [person.id]),
  )
  expect(kept.rowCount).toBe(0)
})

const draft = (person: TestPerson, body: object, token: string) =>
  app.inject({
    method: 'POST',
    url: '/drafts',
    headers: { cookie: `turnstone=${person.token}`, 'x-form-token': token },
    payload: body,
  })

test('a draft is shown to whoever typed it, to nobody else, and can be discarded', async () => {
  const [person, other] = [
    await aPerson(db, { team, role: 'investigator' }),
    await aPerson(db, { team, role: 'investigator' }),
  ]
  const token = formOf((await open(person)).body)['_token']!
  const body = { place: '/cases/new', fields: { summary: 'Half a sentence' } }
  expect((await draft(person, body, token)).statusCode).toBe(204)
  expect((await draft(person, body, 'wrong')).statusCode).toBe(403)
  expect((await draft(person, { ...body, place: '//elsewhere.example' }, token)).statusCode).toBe(
    400,
  )
  const page = await open(person)
  expect(formOf(page.body)['summary']).toBe('Half a sentence')
  expect(formOf((await open(other)).body)['summary']).toBe('')
  const discarded = await send(person, formOf(page.body), { url: '/drafts/discarded' })
  expect(discarded.headers.location).toBe('/cases/new')
  expect(formOf((await open(person)).body)['summary']).toBe('')
})

test('saving a form takes its draft away', async () => {
  const person = await aPerson(db, { team, role: 'investigator' })
  const fields = await filled(person)
  await draft(person, { place: '/cases/new', fields: { summary: 'Half' } }, fields['_token']!)
  await send(person, fields)
  expect(formOf((await open(person)).body)['summary']).toBe('')
})
