import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aPerson, asProgram, aTeam, type TestPerson } from '../../../../tests/builders/people.ts'
import { testSite } from './testing/site.ts'
import './api.ts'

const site = await testSite()
const { app, db } = site

const read = async (person: TestPerson, url: string) =>
  app.inject({ url, headers: await asProgram(db, person) })

async function somebodyOnCase() {
  const officer = await aPerson(db, { team: await aTeam(db), role: 'investigator' })
  const reference = await site.openCase(officer)
  await site.put(officer, reference, { born: 'about 2012' })
  const [id = ''] = await site.peopleOn(reference)
  return { officer, reference, id }
}

test('a program reads the record of a person, and nothing that the schema does not list', async () => {
  const { officer, reference, id } = await somebodyOnCase()
  await site.send(officer, `/people/${id}/addresses/new`, {
    lines: '4 Heron Lane',
    postcode: 'XZ1 2AB',
    source: 'Council tax',
  })
  const answer = await read(officer, `/api/people/${id}`)
  expect(answer.json()).toEqual({
    id,
    sex: 'female',
    birthOn: '2012-01-01',
    birthPrecision: 'about',
    birthSource: 'Her teacher',
    names: [
      {
        kind: 'legal',
        given: 'Ayşe',
        family: 'Yılmaz',
        fromOn: null,
        untilOn: null,
        source: 'Her teacher',
      },
    ],
    identifiers: [],
    addresses: [
      {
        lines: '4 Heron Lane',
        postcode: 'XZ12AB',
        fromOn: null,
        untilOn: null,
        source: 'Council tax',
      },
    ],
    roles: [{ reference, role: 'child at risk', fromOn: '2026-10-01', untilOn: null }],
  })
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(await site.lastEntry(officer)).toMatchObject({
    verb: 'person.read',
    class: 'consultation',
    outcome: 'done',
    person_id: id,
    allowed_by: 'team',
  })
})

test('people are found by programs too, children in a list of their own', async () => {
  const { officer, reference, id } = await somebodyOnCase()
  await site.put(officer, reference, { given: 'Marek', role: 'suspect', born: '1980' })
  const found = await read(officer, `/api/people?name=${encodeURIComponent('yılmaz')}`)
  expect(found.json()).toMatchObject({
    children: [{ id, given: 'Ayşe' }],
    suspects: [{ given: 'Marek' }],
    others: [],
    more: false,
  })
  expect(await site.lastEntry(officer)).toMatchObject({ verb: 'person.search', outcome: 'done' })
  expect((await read(officer, '/api/people?postcode=nowhere')).statusCode).toBe(400)
})

test('a person of another team is answered like one who never was; without a token nobody is told', async () => {
  const { officer, id } = await somebodyOnCase()
  const beside = await aTeam(db, { beside: officer.team })
  const reader = await aPerson(db, { team: beside, role: 'investigator' })
  const absent = await read(reader, `/api/people/${randomUUID()}`)
  const hidden = await read(reader, `/api/people/${id}`)
  expect([hidden.statusCode, hidden.body]).toEqual([404, absent.body])
  expect(await site.lastEntry(reader)).toMatchObject({
    verb: 'person.read',
    outcome: 'refused',
    asked: id,
    person_id: null,
  })
  expect((await read(reader, '/api/people/none')).body).toBe(absent.body)
  for (const url of [`/api/people/${id}`, '/api/people'])
    expect((await app.inject(url)).statusCode).toBe(401)
})
