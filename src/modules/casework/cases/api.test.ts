import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { referenceOf } from '../../../methods/references/reference.ts'
import { aPerson, asProgram, aTeam, type TestPerson } from '../../../../tests/builders/people.ts'
import { testSite } from '../people/testing/site.ts'
import './api.ts'

const site = await testSite()
const { app, db } = site

const read = async (person: TestPerson, url: string) =>
  app.inject({ url, headers: await asProgram(db, person) })
const anOfficer = async () => aPerson(db, { team: await aTeam(db), role: 'investigator' })

const written = { type: 'missing child', summary: 'Missing twice in a month', opened: '2026-11-20' }
const post = async (person: TestPerson, body: object, key: string | null = randomUUID()) =>
  app.inject({
    method: 'POST',
    url: '/api/cases',
    headers: {
      ...(await asProgram(db, person)),
      ...(key === null ? {} : { 'idempotency-key': key }),
    },
    payload: { ...written, team: person.team.id, ...body },
  })
const sentenceIn = (answer: { json: () => unknown }) =>
  (answer.json() as { error: { sentence: string } }).error.sentence

test('a program opens a case, finds it in the list and reads it with its people apart', async () => {
  const officer = await anOfficer()
  const opened = await post(officer, {})
  expect(opened.statusCode).toBe(201)
  const { reference } = opened.json<{ reference: string }>()
  expect(opened.headers.location).toBe(`/api/cases/${reference}`)
  expect(await site.lastEntry(officer)).toMatchObject({
    verb: 'case.create',
    class: 'collection',
    outcome: 'done',
    case_id: await site.caseId(reference),
  })
  await site.put(officer, reference, { born: 'March 2012' })
  await site.put(officer, reference, { given: 'Marek', role: 'suspect', born: '1980' })
  const [child, suspect] = await site.peopleOn(reference)
  const list = await read(officer, '/api/cases?name=yılmaz')
  const listed = {
    reference,
    type: 'missing child',
    summary: 'Missing twice in a month',
    sensitivity: 'ordinary',
    team: officer.team.name,
    openedOn: '2026-11-20',
    closedOn: null,
  }
  expect(list.json()).toEqual({ cases: [listed], next: null })
  expect(await site.lastEntry(officer)).toMatchObject({ verb: 'case.search', outcome: 'done' })
  const one = await read(officer, `/api/cases/${reference}`)
  const common = {
    ...{ sex: 'female', fromOn: '2026-10-01', untilOn: null, source: 'Her teacher' },
    id: expect.any(String) as string,
  }
  expect(one.json()).toEqual({
    ...listed,
    agency: `Agency of ${officer.team.name}`,
    owner: officer.name,
    version: 1,
    changeable: true,
    people: {
      children: [
        {
          ...common,
          personId: child,
          role: 'child at risk',
          given: 'Ayşe',
          family: 'Yılmaz',
          birthOn: '2012-03-01',
          birthPrecision: 'month',
        },
      ],
      suspects: [
        {
          ...common,
          personId: suspect,
          role: 'suspect',
          given: 'Marek',
          family: 'Yılmaz',
          birthOn: '1980-01-01',
          birthPrecision: 'year',
        },
      ],
      others: [],
    },
  })
  expect(one.headers['cache-control']).toBe('no-store')
  expect(await site.lastEntry(officer)).toMatchObject({
    verb: 'case.read',
    outcome: 'done',
    allowed_by: 'team',
    case_id: await site.caseId(reference),
  })
})

test('the same key opens one case, also at once; with another body it is refused', async () => {
  const officer = await anOfficer()
  const key = randomUUID()
  const answers = await Promise.all([1, 2, 3].map(() => post(officer, {}, key)))
  answers.push(await post(officer, {}, key.toUpperCase()))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201, 201])
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
  const other = await post(officer, { summary: 'Another matter' }, key)
  expect([other.statusCode, sentenceIn(other)]).toEqual([
    400,
    'This Idempotency-Key came with another request before: send a new one',
  ])
  expect((await read(officer, '/api/cases')).json<{ cases: [] }>().cases).toHaveLength(1)
})

test('without a token nothing is answered, and a cookie is no token here', async () => {
  const officer = await anOfficer()
  const reference = await site.openCase(officer)
  const requests = [
    { url: '/api/cases' },
    { url: '/api/cases?heron=1' },
    { url: `/api/cases/${reference}` },
    { url: `/api/cases/${reference}`, headers: { cookie: `turnstone=${officer.token}` } },
    { url: '/api/cases', headers: { authorization: `Bearer ${'x'.repeat(43)}` } },
    {
      method: 'POST' as const,
      url: '/api/cases',
      headers: { 'idempotency-key': randomUUID() },
      payload: { ...written, team: officer.team.id },
    },
  ]
  for (const request of requests) {
    const answer = await app.inject(request)
    expect([answer.statusCode, answer.headers['www-authenticate']]).toEqual([401, 'Bearer'])
    expect(answer.body).not.toContain('Missing')
  }
})

test('a case of another team is answered like one that never was, and so is its entry', async () => {
  const officer = await anOfficer()
  const reference = await site.openCase(officer)
  const reader = await aPerson(db, {
    team: await aTeam(db, { beside: officer.team }),
    role: 'investigator',
  })
  const refused = { verb: 'case.read', outcome: 'refused', case_id: null, allowed_by: null }
  const hidden = await read(reader, `/api/cases/${reference}`)
  expect(await site.lastEntry(reader)).toMatchObject({ ...refused, asked: reference })
  const absent = await read(reader, '/api/cases/TS-0000-0000')
  expect(await site.lastEntry(reader)).toMatchObject({ ...refused, asked: 'TS-0000-0000' })
  expect([hidden.statusCode, hidden.body]).toEqual([404, absent.body])
  expect((await read(reader, '/api/cases')).json()).toEqual({ cases: [], next: null })
})

test.each([
  [{ opened: '2026-11-24' }, 'opened: Enter a day that is not in the future'],
  [{ opened: '2026-02-29' }, 'opened: Enter the day on which the case was opened'],
  [{ summary: ' ' }, 'summary: Enter one line that says what the case is'],
  [{ summary: 'a\u0000b' }, 'send texts without control characters'],
  [{ summary: 'a\u202eb' }, 'send texts without control characters'],
  [{ team: randomUUID() }, 'team: Choose one of your teams'],
  [{ sensitivity: 'sealed' }, 'a field that is not known here'],
])('a case with %o is refused: %s', async (body, sentence) => {
  const officer = await anOfficer()
  const answer = await post(officer, body)
  expect(answer.statusCode).toBe(400)
  expect(sentenceIn(answer)).toContain(sentence)
  expect((await read(officer, '/api/cases')).json()).toEqual({ cases: [], next: null })
})

test('a key is asked for, and must be a UUID', async () => {
  const officer = await anOfficer()
  for (const key of [null, '7']) {
    const answer = await post(officer, {}, key)
    expect([answer.statusCode, sentenceIn(answer)]).toEqual([
      400,
      'idempotency-key: send a UUID that is new for each thing that is written',
    ])
  }
})

test('a team of a colleague and one that never was are refused alike', async () => {
  const officer = await anOfficer()
  const beside = await aTeam(db, { beside: officer.team })
  const [hidden, absent] = [
    await post(officer, { team: beside.id }),
    await post(officer, { team: randomUUID() }),
  ]
  expect([hidden.statusCode, hidden.body]).toEqual([400, absent.body])
})

test('a list is read on from where it ended', async () => {
  const officer = await anOfficer()
  await site.rows(
    `insert into casework.case (reference, area_id, team_id, type, summary, opened_on)
     select reference, $1, $2, 'missing child', 'Matter ' || n, date '2026-01-01' + n::int
     from unnest($3::text[]) with ordinality as made (reference, n)`,
    officer.team.areaId,
    officer.team.id,
    Array.from({ length: 53 }, (_, n) => referenceOf(n)),
  )
  interface Page {
    cases: { reference: string; summary: string }[]
    next: string | null
  }
  const first = (await read(officer, '/api/cases')).json<Page>()
  const second = (await read(officer, `/api/cases?after=${first.next ?? ''}`)).json<Page>()
  expect([first.cases.length, second.cases.length, second.next]).toEqual([50, 3, null])
  expect(second.cases.map(({ summary }) => summary)).toEqual(['Matter 3', 'Matter 2', 'Matter 1'])
})

test('where no case was opened the log says that the form was looked at, and no more', async () => {
  const officer = await anOfficer()
  const elsewhere = await aTeam(db)
  const answer = await post(officer, { team: elsewhere.id })
  expect(answer.statusCode).toBe(400)
  expect(await site.lastEntry(officer)).toMatchObject({ verb: 'case.begin', outcome: 'done' })
})
