import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/builders/app.ts'
import { testDatabase } from '../../../../tests/builders/database.ts'
import { aPerson, asOwner, aTeam, type TestPerson } from '../../../../tests/builders/people.ts'
import { formOf, textOfPage } from '../../../../tests/builders/forms.ts'

const db = await testDatabase()
const { app } = await testApp(db)

const as = (person: TestPerson) => ({ cookie: `turnstone=${person.token}` })
const get = (person: TestPerson, url: string) => app.inject({ url, headers: as(person) })

/** Opens a case through its form, as a person would, and answers its reference. */
async function openCase(person: TestPerson, summary = 'Missing twice in a month'): Promise<string> {
  const form = formOf((await get(person, '/cases/new')).body)
  const answer = await app.inject({
    method: 'POST',
    url: '/cases/new',
    headers: { ...as(person), 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ ...form, type: 'missing child', summary }).toString(),
  })
  expect(answer.statusCode).toBe(303)
  return String(answer.headers.location).replace('/cases/', '')
}

const lastEntry = async (person: TestPerson) =>
  asOwner(db, async client => {
    const { rows } = await client.query<Record<string, unknown>>(
      `select verb, class, outcome, asked, case_id, allowed_by from audit.entry where user_id = $1 order by at desc, id limit 1`,
      [person.id],
    )
    return rows[0]
  })

test('an investigator opens a case, finds it in the list and reads it, and the log says so', async () => {
  const person = await aPerson(db, { team: await aTeam(db), role: 'investigator' })
  const reference = await openCase(person)
  expect(await lastEntry(person)).toMatchObject({
    verb: 'case.create',
    class: 'collection',
    outcome: 'done',
  })
  expect((await get(person, '/cases')).body).toContain(reference)
  const page = await get(person, `/cases/${reference}`)
  expect(page.statusCode).toBe(200)
  expect(textOfPage(page.body)).toContain('Missing twice in a month')
  expect(page.headers['cache-control']).toBe('no-store')
  expect(await lastEntry(person)).toMatchObject({
    verb: 'case.read',
    outcome: 'done',
    allowed_by: 'team',
  })
})

test('somebody of another team gets the answer for a case that never was, and so does the log', async () => {
  const team = await aTeam(db)
  const reference = await openCase(await aPerson(db, { team, role: 'investigator' }))
  const other = await aPerson(db, { team: await aTeam(db, { beside: team }), role: 'investigator' })
  const hidden = await get(other, `/cases/${reference}`)
  expect(await lastEntry(other)).toEqual({
    verb: 'case.read',
    class: 'consultation',
    outcome: 'refused',
    asked: reference,
    case_id: null,
    allowed_by: null,
  })
  const absent = await get(other, '/cases/TS-0000-0000')
  expect(await lastEntry(other)).toEqual({
    verb: 'case.read',
    class: 'consultation',
    outcome: 'refused',
    asked: 'TS-0000-0000',
    case_id: null,
    allowed_by: null,
  })
  expect(hidden.statusCode).toBe(404)
  expect(hidden.body).toBe(absent.body)
  expect((await get(other, '/cases')).body).not.toContain(reference)
})

test('the public is led to the sign-in page, and a role without the verb sees no such address', async () => {
  const open = await app.inject({ url: '/cases' })
  expect(open.statusCode).toBe(303)
  expect(open.headers.location).toBe('/sign-in?next=%2Fcases')
  const member = await aPerson(db, { team: await aTeam(db), role: 'board-member' })
  const page = await get(member, '/cases')
  expect(page.statusCode).toBe(404)
  expect(page.body).not.toContain('href="/cases"')
  expect(await lastEntry(member)).toMatchObject({ verb: 'case.search', outcome: 'refused' })
})

test('the day of opening is written as people write it, on the new form and on the one that changes a case', async () => {
  const person = await aPerson(db, { team: await aTeam(db), role: 'investigator' })
  const form = formOf((await get(person, '/cases/new')).body)
  expect(form['opened']).toBe('23 November 2026')
  const send = (url: string, fields: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url,
      headers: { ...as(person), 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    })
  const about = { ...form, type: 'missing child', summary: 'Missing twice', opened: '2 11 2026' }
  const at = String((await send('/cases/new', about)).headers.location)
  expect(textOfPage((await get(person, at)).body)).toContain('2 November 2026')
  const edit = formOf((await get(person, `${at}/edit`)).body)
  expect(edit['opened']).toBe('2 November 2026')
  const wrong = await send(`${at}/edit`, { ...edit, closed: '1 Nov 2026' })
  expect(textOfPage(wrong.body)).toContain('Enter a day that is not before the case was opened')
  expect(wrong.body).toContain('value="1 Nov 2026"')
  expect((await send(`${at}/edit`, { ...edit, closed: '20 Nov 2026' })).statusCode).toBe(303)
  expect(textOfPage((await get(person, at)).body)).toContain('20 November 2026')
})
