import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { formOf, textOfPage } from '../../../../../tests/builders/forms.ts'
import { aPerson, aTeam } from '../../../../../tests/builders/people.ts'
import { somebody, testSite, withoutNonces } from '../testing/site.ts'
import { somebodyElse } from './form.ts'
import './routes.ts'

const site = await testSite()
const { db } = site

const anOfficer = async () => aPerson(db, { team: await aTeam(db), role: 'investigator' })

test('somebody who is not on record is recorded and put on the case, with a source for each thing', async () => {
  const officer = await anOfficer()
  const reference = await site.openCase(officer)
  const told = { nameSource: 'Birth certificate', born: '29 Feb 2008' }
  const answer = await site.put(officer, reference, told)
  expect([answer.statusCode, answer.headers.location]).toEqual([303, `/cases/${reference}`])
  const [id] = await site.peopleOn(reference)
  expect(await site.lastEntry(officer)).toEqual({
    verb: 'person.add',
    class: 'collection',
    outcome: 'done',
    asked: null,
    case_id: await site.caseId(reference),
    person_id: id,
    subjects: [],
    allowed_by: 'team',
  })
  expect(textOfPage((await site.get(officer, `/cases/${reference}`)).body)).toContain(
    'Ayşe Yılmaz child at risk 29 February 2008 since 1 October 2026 Her teacher',
  )
  expect(
    await site.rows(
      `select n.source, p.birth_source, p.birth_precision, p.birth_on
       from people.name n join people.person p on p.id = n.person_id where p.id = $1`,
      id,
    ),
  ).toEqual([
    {
      source: 'Birth certificate',
      birth_source: 'Her teacher',
      birth_precision: 'day',
      birth_on: expect.anything() as unknown,
    },
  ])
})

test.each([
  ['about 1998', 'about', '1998-01-01'],
  ['March 2009', 'month', '2009-03-01'],
  ['2009', 'year', '2009-01-01'],
  ['29.2.2008', 'day', '2008-02-29'],
  ['', 'unknown', null],
])('a birth that is told as "%s" is kept as %s', async (born, precision, on) => {
  const officer = await anOfficer()
  const reference = await site.openCase(officer)
  expect((await site.put(officer, reference, { born })).statusCode).toBe(303)
  const [id] = await site.peopleOn(reference)
  expect(
    await site.rows('select birth_precision, birth_on::text from people.person where id = $1', id),
  ).toEqual([{ birth_precision: precision, birth_on: on }])
})

test.each([
  ['Иван', 'Петров', 'иван'],
  ['小明', '王', '王'],
  ['محمد', 'الأحمد', 'محمد'],
  ['Seán', 'Ó Briain', 'obriain'],
  ['', 'Suharto', 'SUHARTO'],
])('a name in any script is kept as written and found: %s %s', async (given, family, name) => {
  const officer = await anOfficer()
  const reference = await site.openCase(officer)
  expect((await site.put(officer, reference, { given, family })).statusCode).toBe(303)
  const found = await site.get(officer, `/people?${new URLSearchParams({ name }).toString()}`)
  expect(textOfPage(found.body)).toContain([given, family].filter(Boolean).join(' '))
})

test('a form with faults is shown again with sentences and with all that was typed', async () => {
  const officer = await anOfficer()
  const reference = await site.openCase(officer)
  const answer = await site.put(officer, reference, {
    given: '  ',
    family: '',
    born: '30 2 2009',
    role: '',
    since: 'soon',
    source: '',
    bornSource: 'School register',
  })
  expect(answer.statusCode).toBe(400)
  const page = textOfPage(answer.body)
  for (const sentence of [
    'Enter the birth like 3 3 2009, March 2009, 2009 or about 2009, or leave it empty',
    'Choose the role on this case',
    'Enter the day like 23 11 2026',
    'Enter where this is known from',
  ])
    expect(page).toContain(sentence)
  expect(formOf(answer.body)).toMatchObject({
    born: '30 2 2009',
    since: 'soon',
    bornSource: 'School register',
  })
  expect(await site.lastEntry(officer)).toMatchObject({ verb: 'case.read', outcome: 'done' })
  const nameless = await site.put(officer, reference, { given: '  ', family: '' })
  expect(textOfPage(nameless.body)).toContain('Enter a given name, a family name or both')
  const future = await site.put(officer, reference, { since: '24 11 2026', born: '2027' })
  expect(textOfPage(future.body).match(/Enter a day that is not in the future/g)).toHaveLength(4)
  expect(await site.peopleOn(reference)).toEqual([])
})

test('who is on record under the same names is offered, and whoever is chosen stays one record', async () => {
  const officer = await anOfficer()
  const [first, second] = [await site.openCase(officer), await site.openCase(officer)]
  await site.put(officer, first, { born: '2008' })
  const [known] = await site.peopleOn(first)
  const asked = await site.put(officer, second, { given: 'AYSE', family: 'yılmaz' })
  expect(asked.statusCode).toBe(400)
  expect(textOfPage(asked.body)).toContain('Is this one of these people?')
  expect(textOfPage(asked.body)).toContain(`Ayşe Yılmaz, born 2008`)
  expect(textOfPage(asked.body)).toContain(`child at risk on ${first}`)
  expect(await site.lastEntry(officer)).toMatchObject({ verb: 'case.read', subjects: [known] })
  const url = `/cases/${second}/people/new`
  const chosen = await site.post(officer, url, { ...formOf(asked.body), same: known! })
  expect(chosen.statusCode).toBe(303)
  expect(await site.peopleOn(second)).toEqual([known])
  expect(
    await site.rows(`select count(*)::int from people.name where person_id = $1`, known),
  ).toEqual([{ count: 1 }])
})

test('somebody else of the same names gets a record of their own', async () => {
  const officer = await anOfficer()
  const reference = await site.openCase(officer)
  await site.put(officer, reference, {})
  expect((await site.put(officer, reference, { same: somebodyElse })).statusCode).toBe(303)
  expect(new Set(await site.peopleOn(reference)).size).toBe(2)
})

test('the same person in the same role again is a sentence, in another role a second row', async () => {
  const officer = await anOfficer()
  const reference = await site.openCase(officer)
  await site.put(officer, reference, {})
  const [same = ''] = await site.peopleOn(reference)
  const again = await site.put(officer, reference, { same })
  expect(again.statusCode).toBe(400)
  expect(textOfPage(again.body)).toContain('This person is on this case as child at risk already')
  expect(await site.peopleOn(reference)).toEqual([same])
  expect((await site.put(officer, reference, { same, role: 'witness' })).statusCode).toBe(303)
  expect(await site.peopleOn(reference)).toEqual([same, same])
})

test('a person whom the officer may not see is neither offered nor taken: like an id that never was', async () => {
  const other = await anOfficer()
  const beside = await aTeam(db, { beside: other.team })
  const officer = await aPerson(db, { team: beside, role: 'investigator' })
  const hiddenCase = await site.openCase(other)
  await site.put(other, hiddenCase, {})
  const [hidden = ''] = await site.peopleOn(hiddenCase)
  const reference = await site.openCase(officer)
  const probe = (same: string) => site.put(officer, reference, { same })
  const [forHidden, forAbsent] = [await probe(hidden), await probe(randomUUID())]
  expect(forHidden.statusCode).toBe(400)
  expect(withoutNonces(forHidden)).toBe(withoutNonces(forAbsent))
  expect(forHidden.body).not.toContain('Is this one of these people?')
  const seen = { verb: 'case.read', outcome: 'done', person_id: null, subjects: [] }
  expect(await site.lastEntry(officer)).toMatchObject(seen)
  expect(await site.peopleOn(reference)).toEqual([])
  expect((await site.put(officer, reference, {})).statusCode).toBe(303)
  expect((await site.peopleOn(reference))[0]).not.toBe(hidden)
})

test('a form that is sent twice, also at once, adds one person once', async () => {
  const officer = await anOfficer()
  const reference = await site.openCase(officer)
  const url = `/cases/${reference}/people/new`
  const fields = { ...formOf((await site.get(officer, url)).body), ...somebody }
  const answers = await Promise.all([1, 2, 3].map(() => site.post(officer, url, fields)))
  answers.push(await site.post(officer, url, fields))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303, 303])
  expect(await site.peopleOn(reference)).toHaveLength(1)
})

test('a team beside, and a partner with whom the case is shared, cannot add anybody', async () => {
  const team = await aTeam(db)
  const officer = await aPerson(db, { team, role: 'investigator' })
  const reference = await site.openCase(officer)
  const beside = await aPerson(db, {
    team: await aTeam(db, { beside: team }),
    role: 'investigator',
  })
  const partner = await aPerson(db, {
    team: await aTeam(db, { beside: team, agency: 'new' }),
    role: 'practitioner',
  })
  await site.shareWith(officer, reference, partner)
  expect((await site.get(partner, `/cases/${reference}`)).statusCode).toBe(200)
  for (const reader of [beside, partner]) {
    const url = `/cases/${reference}/people/new`
    const absent = '/cases/TS-0000-0000/people/new'
    const [shown, shownAbsent] = [await site.get(reader, url), await site.get(reader, absent)]
    expect([shown.statusCode, shown.body]).toEqual([404, shownAbsent.body])
    const sent = await site.post(reader, url, somebody)
    expect([sent.statusCode, sent.body]).toEqual([404, shownAbsent.body])
    expect(await site.lastEntry(reader)).toMatchObject({ outcome: 'refused', asked: reference })
  }
  expect(await site.peopleOn(reference)).toEqual([])
})
