import { expect, test } from 'vitest'
import { textOfPage } from '../../../../../tests/builders/forms.ts'
import { aPerson, aTeam, type TestPerson } from '../../../../../tests/builders/people.ts'
import { testSite } from '../testing/site.ts'
import './routes.ts'

const site = await testSite()
const { db } = site

const team = await aTeam(db)
const officer = await aPerson(db, { team, role: 'investigator' })
const reference = await site.openCase(officer)
await site.put(officer, reference, { given: 'Siân', family: 'Ó Briain' })
const [sian = ''] = await site.peopleOn(reference)
await site.send(officer, `/people/${sian}/names/new`, {
  kind: 'birth',
  given: 'Siân',
  family: 'Calderbrook',
  source: 'Register',
})
await site.send(officer, `/people/${sian}/addresses/new`, {
  lines: '4 Heron Lane',
  postcode: 'XZ1 2AB',
  source: 'Council tax',
})

const asked = async (person: TestPerson, query: Readonly<Record<string, string>>) => {
  const answer = await site.get(person, `/people?${new URLSearchParams(query).toString()}`)
  return { status: answer.statusCode, body: answer.body, words: textOfPage(answer.body) }
}

test.each([
  [{ name: 'obri' }, 'by the beginning of the family name'],
  [{ name: 'SIAN' }, 'by the given name, without accents and case'],
  [{ name: 'sian obriain', exact: 'yes' }, 'by given and family name'],
  [{ name: 'obriain sian', exact: 'yes' }, 'by family and given name'],
  [{ name: 'calder' }, 'by another name than the one shown first'],
  [{ postcode: 'xz12ab' }, 'by postcode'],
  [{ name: 'sian', postcode: 'XZ1 2AB' }, 'by name and postcode'],
])('somebody is found with %o: %s', async (query, _way) => {
  const { status, words } = await asked(officer, query)
  expect(status).toBe(200)
  expect(words).toContain(`Siân Ó Briain Siân Calderbrook not known child at risk on ${reference}`)
  expect(await site.lastEntry(officer)).toMatchObject({
    verb: 'person.search',
    class: 'consultation',
    outcome: 'done',
    subjects: [sian],
    allowed_by: 'role',
  })
})

test.each([
  { name: 'obri', exact: 'yes' },
  { name: 'briain' },
  { postcode: 'XZ1 2AC' },
  { name: 'sian', postcode: 'XZ1 2AC' },
  { name: "' or true --" },
  { name: '%' },
])('nobody is found with %o', async query => {
  const { status, words } = await asked(officer, query)
  expect(status).toBe(200)
  expect(words).not.toContain('Siân')
})

test('whoever is on no case that the reader may see is not found', async () => {
  const reader = await aPerson(db, {
    team: await aTeam(db, { beside: team }),
    role: 'investigator',
  })
  const { body } = await asked(reader, { name: 'obriain' })
  const nobody = await asked(reader, { name: 'nobodyatall' })
  expect(body.replaceAll('obriain', 'nobodyatall')).toBe(nobody.body)
  expect(await site.lastEntry(reader)).toMatchObject({ outcome: 'done', subjects: [] })
})

test('a list that asks nothing shows nobody', async () => {
  const { status, words } = await asked(officer, {})
  expect(status).toBe(200)
  expect(words).not.toContain('Siân')
  expect(words).not.toContain('Nobody whom you may see')
})

test.each([
  [{ name: 's' }, 'Enter at least 2 letters of the name'],
  [{ postcode: '12' }, 'Enter a postcode like XZ1 2AB'],
  [{ exact: 'perhaps' }, 'Choose whether the name is whole'],
])('%o is answered with "%s", and what was typed is kept', async (query, sentence) => {
  const { status, words, body } = await asked(officer, query)
  expect(status).toBe(400)
  expect(words).toContain(sentence)
  for (const [field, text] of Object.entries(query))
    if (field !== 'exact') expect(body).toContain(`value="${text}"`)
})

test('fifty are shown at most, without any count of the others', async () => {
  const busy = await aPerson(db, { team: await aTeam(db), role: 'investigator' })
  const full = await site.openCase(busy)
  const caseId = await site.caseId(full)
  await site.rows(
    `with made as (
      insert into people.person (area_id, created_by)
      select $1, $2 from generate_series(1, 51) returning id)
    , named as (
      insert into people.name (person_id, kind, family, given_key, family_key, source)
      select id, 'legal', 'Marshwick', '', 'marshwick', 'Register' from made)
    insert into casework.case_person (case_id, person_id, role, source, from_on, added_by)
    select $3, id, 'witness', 'Register', '2026-10-01', $2 from made`,
    busy.team.areaId,
    busy.id,
    caseId,
  )
  const { words } = await asked(busy, { name: 'marshwick' })
  expect(words.match(/Marshwick/g)).toHaveLength(50)
  expect(words).toContain('There are more people. Write more of the name to find them.')
  expect(words).not.toContain('51')
})

test('who has no verb for it sees neither the page nor the way to it', async () => {
  const member = await aPerson(db, { team, role: 'board-member' })
  const page = await site.get(member, '/people?name=obriain')
  expect(page.statusCode).toBe(404)
  expect(page.body).not.toContain('href="/people"')
})
