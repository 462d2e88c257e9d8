import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { textOfPage } from '../../../../../tests/builders/forms.ts'
import { aPerson, aTeam, type TestPerson } from '../../../../../tests/builders/people.ts'
import { testSite } from '../testing/site.ts'
import './routes.ts'

const site = await testSite()
const { db } = site

/** An officer with somebody on a case of the own team. */
async function somebodyOnCase(fields: Readonly<Record<string, string>> = {}) {
  const officer = await aPerson(db, { team: await aTeam(db), role: 'investigator' })
  const reference = await site.openCase(officer)
  await site.put(officer, reference, fields)
  const [id = ''] = await site.peopleOn(reference)
  return { officer, reference, id, at: `/people/${id}` }
}

const wordsAt = async (person: TestPerson, url: string) =>
  textOfPage((await site.get(person, url)).body)

test('a record shows all that is known with its source, and the log says who looked and why', async () => {
  const { officer, reference, id, at } = await somebodyOnCase({ born: 'about 2009' })
  await site.send(officer, `${at}/names/new`, {
    kind: 'nickname',
    given: 'Ash',
    from: '1 March 2020',
    source: 'Her mother',
  })
  await site.send(officer, `${at}/identifiers/new`, {
    kind: 'school',
    value: '77-A',
    source: 'School register',
  })
  await site.send(officer, `${at}/addresses/new`, {
    lines: '4 Heron Lane\nArdenmouth',
    postcode: 'xz1 2ab',
    from: '3 4 2021',
    until: '5 6 2022',
    source: 'Council tax',
  })
  const words = await wordsAt(officer, at)
  for (const known of [
    'Born about 2009',
    'Source of the birth Her teacher',
    'Sex female',
    `${reference} Missing twice in a month child at risk since 1 October 2026`,
    'Ayşe Yılmaz legal, shown first not known Her teacher',
    'Ash nickname since 1 March 2020 Her mother',
    '77-A school School register',
    '4 Heron Lane, Ardenmouth, XZ1 2AB 3 April 2021 to 5 June 2022 Council tax',
  ])
    expect(words).toContain(known)
  expect(await site.lastEntry(officer)).toEqual({
    verb: 'person.read',
    class: 'consultation',
    outcome: 'done',
    asked: null,
    case_id: null,
    person_id: id,
    subjects: [await site.caseId(reference)],
    allowed_by: 'team',
  })
})

test('a person of another team, one who never was, and what is no id are answered alike', async () => {
  const { officer, id } = await somebodyOnCase()
  const beside = await aTeam(db, { beside: officer.team })
  const reader = await aPerson(db, { team: beside, role: 'investigator' })
  const absent = await site.get(reader, `/people/${randomUUID()}`)
  expect(absent.statusCode).toBe(404)
  for (const tail of ['', '/names/new', '/birth/edit', `/names/${randomUUID()}/edit`]) {
    const hidden = await site.get(reader, `/people/${id}${tail}`)
    expect([hidden.statusCode, hidden.body]).toEqual([404, absent.body])
    expect(await site.lastEntry(reader)).toEqual({
      verb: 'person.read',
      class: 'consultation',
      outcome: 'refused',
      asked: id,
      case_id: null,
      person_id: null,
      subjects: [],
      allowed_by: null,
    })
  }
  const unreadable = await site.get(reader, `/people/' or true`)
  expect([unreadable.statusCode, unreadable.body]).toEqual([404, absent.body])
})

test('a record tells nothing of the cases that its reader may not see', async () => {
  const { officer, reference, id } = await somebodyOnCase()
  const supervisor = await aPerson(db, { team: officer.team, role: 'supervisor' })
  const second = await site.openCase(officer, 'Seen with older adults')
  await site.put(officer, second, { same: id })
  await site.restrict(supervisor, second)
  const words = await wordsAt(officer, `/people/${id}`)
  expect(words).toContain(reference)
  expect(words).not.toContain(second)
  expect(words).not.toContain('older adults')
  expect(await site.lastEntry(officer)).toMatchObject({
    subjects: [await site.caseId(reference)],
  })
  expect(await wordsAt(supervisor, `/people/${id}`)).toContain('older adults')
})

test('a reader with whom a case is shared reads the record and is offered no change of it', async () => {
  const { officer, reference, id, at } = await somebodyOnCase()
  const agency = await aTeam(db, { beside: officer.team, agency: 'new' })
  const partner = await aPerson(db, { team: agency, role: 'practitioner' })
  await site.shareWith(officer, reference, partner)
  const page = await site.get(partner, at)
  expect(page.statusCode).toBe(200)
  expect(page.body).not.toMatch(/\/edit"|\/new"/)
  expect(await site.lastEntry(partner)).toMatchObject({ person_id: id, allowed_by: 'share' })
  for (const tail of ['/names/new', '/identifiers/new', '/addresses/new', '/birth/edit']) {
    expect((await site.get(partner, at + tail)).statusCode).toBe(404)
    expect((await site.post(partner, at + tail, {})).statusCode).toBe(404)
  }
})

test('who is on a case that one may change may be changed, though another case of theirs is only shared', async () => {
  const { officer, id, at } = await somebodyOnCase()
  const reader = await aPerson(db, {
    team: await aTeam(db, { beside: officer.team }),
    role: 'investigator',
  })
  const shared = await site.openCase(officer, 'Shared')
  await site.put(officer, shared, { same: id })
  await site.shareWith(officer, shared, reader)
  expect((await site.get(reader, at)).statusCode).toBe(200)
  expect((await site.get(reader, `${at}/names/new`)).statusCode).toBe(404)
  const own = await site.openCase(reader)
  expect((await site.put(reader, own, { same: id, role: 'witness' })).statusCode).toBe(303)
  expect((await site.get(reader, `${at}/names/new`)).statusCode).toBe(200)
})
