import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aPerson, aTeam, type TestPerson } from '../../../../../tests/builders/people.ts'
import { programSite, sentenceIn } from '../../programs/testing/program.ts'
import './api.ts'

const site = await programSite()
const { db, postJson: post, read } = site

const anOfficer = async () => aPerson(db, { team: await aTeam(db), role: 'investigator' })
const newPerson = { given: 'Ayşe', family: 'Yılmaz', kind: 'legal', sex: 'female' }
const inRole = { role: 'child at risk', since: '2026-10-01', source: 'Her teacher' }
const sent = { ...inRole, newPerson }

async function aCase(of?: TestPerson) {
  const officer = of ?? (await anOfficer())
  const reference = await site.openCase(officer)
  return { officer, reference, url: `/api/cases/${reference}/people` }
}

test('a program puts somebody new on a case, with a source for each thing', async () => {
  const { officer, reference, url } = await aCase()
  const answer = await post(officer, url, {
    ...inRole,
    newPerson: { ...newPerson, born: 'about 2012', nameSource: 'Birth certificate' },
  })
  const [personId] = await site.peopleOn(reference)
  expect([answer.statusCode, answer.json()]).toEqual([
    201,
    {
      id: expect.any(String) as string,
      personId,
      role: 'child at risk',
      fromOn: '2026-10-01',
      untilOn: null,
      source: 'Her teacher',
      version: expect.any(Number) as number,
    },
  ])
  expect(await site.lastEntry(officer)).toEqual({
    verb: 'person.add',
    class: 'collection',
    outcome: 'done',
    asked: null,
    case_id: await site.caseId(reference),
    person_id: personId,
    subjects: [],
    allowed_by: 'team',
  })
  const location = String(answer.headers.location)
  expect((await read(officer, location)).json()).toEqual(answer.json())
  expect((await read(officer, `/api/people/${personId}`)).json()).toMatchObject({
    sex: 'female',
    birthOn: '2012-01-01',
    birthPrecision: 'about',
    birthSource: 'Her teacher',
    names: [{ given: 'Ayşe', family: 'Yılmaz', kind: 'legal', source: 'Birth certificate' }],
  })
})

test.each([
  ['2009-03', '2009-03-01', 'month'],
  ['2009', '2009-01-01', 'year'],
  ['2008-02-29', '2008-02-29', 'day'],
  ['', null, 'unknown'],
])('a birth that is sent as "%s" is kept as exactly', async (born, birthOn, birthPrecision) => {
  const { officer, url } = await aCase()
  const answer = await post(officer, url, { ...inRole, newPerson: { ...newPerson, born } })
  const { personId } = answer.json<{ personId: string }>()
  const record = await read(officer, `/api/people/${personId}`)
  expect(record.json()).toMatchObject({ birthOn, birthPrecision })
})

test('people of the same names are answered, children apart, until the program says who it is', async () => {
  const first = await aCase()
  const { officer } = first
  const second = await aCase(officer)
  await site.put(officer, first.reference, { born: '2012' })
  const [child = ''] = await site.peopleOn(first.reference)
  const grown = { role: 'suspect', born: '1980', same: 'somebody else' }
  await site.put(officer, first.reference, grown)
  const suspect = (await site.peopleOn(first.reference))[1] ?? ''
  const asked = await post(officer, second.url, {
    ...inRole,
    newPerson: { ...newPerson, given: 'AYSE' },
  })
  expect(asked.statusCode).toBe(409)
  expect(asked.json()).toMatchObject({
    error: { status: 409 },
    candidates: { children: [{ id: child }], suspects: [{ id: suspect }], others: [] },
  })
  const looked = await site.lastEntry(officer)
  expect(looked).toMatchObject({ verb: 'case.read', outcome: 'done', person_id: null })
  expect(new Set(looked?.['subjects'] as string[])).toEqual(new Set([child, suspect]))
  const half = { ...sent, newPerson: { ...newPerson, notAmong: [suspect] } }
  const left = await post(officer, second.url, half)
  expect(left.json()).toMatchObject({ candidates: { children: [{ id: child }], suspects: [] } })
  expect(await site.peopleOn(second.reference)).toEqual([])
  const chosen = await post(officer, second.url, { ...inRole, person: child })
  expect([chosen.statusCode, chosen.json()]).toMatchObject([201, { personId: child }])
  const notAmong = [child, suspect, randomUUID()]
  const other = await post(officer, second.url, {
    ...sent,
    newPerson: { ...newPerson, notAmong },
  })
  expect(other.statusCode).toBe(201)
  const on = await site.peopleOn(second.reference)
  expect([on[0], on.length, new Set([...on, suspect]).size]).toEqual([child, 2, 3])
})

test('somebody on record by id: hidden is answered like one who never was, and so is the entry', async () => {
  const hidden = await aCase()
  await site.put(hidden.officer, hidden.reference, {})
  const [hiddenId = ''] = await site.peopleOn(hidden.reference)
  const beside = await aTeam(db, { beside: hidden.officer.team })
  const { officer, reference, url } = await aCase(
    await aPerson(db, { team: beside, role: 'investigator' }),
  )
  const answers = []
  for (const person of [hiddenId, randomUUID()]) {
    answers.push(await post(officer, url, { ...inRole, person }))
    expect(await site.lastEntry(officer)).toEqual({
      verb: 'person.add',
      class: 'collection',
      outcome: 'refused',
      asked: person,
      case_id: null,
      person_id: null,
      subjects: [],
      allowed_by: null,
    })
  }
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([400, 400])
  expect(answers[0]?.body).toBe(answers[1]?.body)
  expect(sentenceIn(answers[0]!)).toBe('person: Send the id of a person whom you may see')
  const unseen = await post(officer, url, sent)
  expect(unseen.statusCode).toBe(201)
  expect(await site.peopleOn(reference)).not.toContain(hiddenId)
})

test('the same person in the same role again is a sentence, in another role a second row', async () => {
  const { officer, reference, url } = await aCase()
  const { personId } = (await post(officer, url, sent)).json<{ personId: string }>()
  const known = { ...inRole, person: personId }
  const again = await post(officer, url, known)
  expect([again.statusCode, sentenceIn(again)]).toEqual([
    400,
    'role: This person is on this case as child at risk already: choose another role',
  ])
  expect((await post(officer, url, { ...known, role: 'witness' })).statusCode).toBe(201)
  const twice = { ...known, role: 'associate' }
  const answers = await Promise.all([1, 2].map(() => post(officer, url, twice)))
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([201, 400]))
  expect(await site.peopleOn(reference)).toEqual([personId, personId, personId])
})

test('what is sent again, also at once, puts one person on the case once', async () => {
  const { officer, reference, url } = await aCase()
  const key = randomUUID()
  const answers = await Promise.all([1, 2, 3].map(() => post(officer, url, sent, key)))
  answers.push(await post(officer, url, sent, key))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201, 201])
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
  expect(await site.peopleOn(reference)).toHaveLength(1)
  const other = await post(officer, url, { ...sent, source: 'Another' }, key)
  expect(sentenceIn(other)).toContain('This Idempotency-Key came with another request before')
})

test.each([
  [inRole, 'person: send the id of somebody on record here, or tell of somebody in newPerson'],
  [{ ...sent, person: randomUUID() }, 'person: send the id of somebody on record here'],
  [{ ...sent, since: '2026-11-24' }, 'since: Enter a day that is not in the future'],
  [{ ...sent, since: 'soon' }, 'since: Enter the day like'],
  [{ ...sent, role: 'victim' }, 'role: Choose the role on this case'],
  [{ ...sent, source: '' }, 'source: Enter where this is known from'],
  [{ ...sent, source: 'a\u202eb' }, 'send texts without control characters'],
  [{ ...sent, case: randomUUID() }, 'a field that is not known here'],
  [{ ...inRole, newPerson: { ...newPerson, given: ' ', family: '' } }, 'Enter a given name'],
  [{ ...inRole, newPerson: { ...newPerson, born: '2027' } }, 'born: Enter a day that is not in'],
  [{ ...inRole, newPerson: { ...newPerson, born: '2009-02-30' } }, 'Enter the birth like'],
  [{ ...inRole, newPerson: { ...newPerson, given: 'a\u0000' } }, 'without control characters'],
  [{ ...inRole, newPerson: { ...newPerson, id: randomUUID() } }, 'a field that is not known here'],
])('%o is refused: %s', async (body, sentence) => {
  const { officer, reference, url } = await aCase()
  const answer = await post(officer, url, body)
  expect(answer.statusCode).toBe(400)
  expect(sentenceIn(answer)).toContain(sentence)
  expect(await site.peopleOn(reference)).toEqual([])
})

test('somebody on record is not put on a case from a day that is still to come', async () => {
  const { officer, reference, url } = await aCase()
  const { personId } = (await post(officer, url, sent)).json<{ personId: string }>()
  const late = { ...inRole, role: 'witness', since: '2026-11-24', person: personId }
  const answer = await post(officer, url, late)
  expect(sentenceIn(answer)).toBe('since: Enter a day that is not in the future')
  expect(await site.peopleOn(reference)).toHaveLength(1)
})

test('a team beside and a partner with whom the case is shared put nobody on it', async () => {
  const { officer, reference, url } = await aCase()
  const beside = await aTeam(db, { beside: officer.team })
  const agency = await aTeam(db, { beside: officer.team, agency: 'new' })
  const partner = await aPerson(db, { team: agency, role: 'investigator' })
  await site.shareWith(officer, reference, partner)
  for (const person of [await aPerson(db, { team: beside, role: 'investigator' }), partner]) {
    const absent = await post(person, '/api/cases/TS-0000-0000/people', sent)
    const hidden = await post(person, url, sent)
    expect([hidden.statusCode, hidden.body]).toEqual([404, absent.body])
    expect(await site.lastEntry(person)).toMatchObject({ outcome: 'refused', asked: reference })
  }
  expect(await site.peopleOn(reference)).toEqual([])
})
