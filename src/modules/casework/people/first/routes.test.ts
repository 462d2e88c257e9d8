import { expect, test } from 'vitest'
import { formOf, textOfPage } from '../../../../../tests/builders/forms.ts'
import { inRollback } from '../../../../../tests/builders/database.ts'
import { aPerson, aTeam, type TestPerson } from '../../../../../tests/builders/people.ts'
import { chooseFirst } from '../../../people/index.ts'
import { testSite } from '../testing/site.ts'
import './routes.ts'

const site = await testSite()

/** Somebody known as Ayşe Yılmaz, and by one more name. */
async function somebodyWithTwoNames(more: Readonly<Record<string, string>> = {}) {
  const team = await aTeam(site.db)
  const officer = await aPerson(site.db, { team, role: 'investigator' })
  const reference = await site.openCase(officer)
  await site.put(officer, reference, {})
  const [id = ''] = await site.peopleOn(reference)
  await add(officer, id, { family: 'Demir', ...more })
  const at = `/people/${id}`
  const nameIds = Object.fromEntries(
    (await site.rows('select id, family from people.name where person_id = $1', id)).map(row => [
      String(row['family']),
      String(row['id']),
    ]),
  )
  return { officer, team, reference, id, at, demir: nameIds['Demir']!, yilmaz: nameIds['Yılmaz']! }
}

const add = async (person: TestPerson, id: string, fields: Readonly<Record<string, string>>) => {
  const name = { kind: 'alias', given: 'Ayşe', source: 'A letter', ...fields }
  expect((await site.send(person, `/people/${id}/names/new`, name)).statusCode).toBe(303)
}

const titleOf = async (person: TestPerson, url: string) =>
  /<title>(.*) - Turnstone</.exec((await site.get(person, url)).body)?.[1]

const choose = (person: TestPerson, at: string, name: string) =>
  site.send(person, `${at}/shown-first`, { name })

test('the name that an editor chooses is shown on the record, the case, the lists and in searches', async () => {
  const { officer, reference, at, demir } = await somebodyWithTwoNames()
  expect(await titleOf(officer, at)).toBe('Ayşe Yılmaz')
  expect((await choose(officer, at, demir)).statusCode).toBe(303)
  expect(await titleOf(officer, at)).toBe('Ayşe Demir')
  expect(textOfPage((await site.get(officer, at)).body)).toContain('Ayşe Demir alias, shown first')
  const found = textOfPage((await site.get(officer, '/people?name=yilmaz')).body)
  expect(found).toContain('Ayşe Demir Ayşe Yılmaz')
  const onCase = textOfPage((await site.get(officer, `/cases/${reference}`)).body)
  expect(onCase).toContain('Ayşe Demir')
  expect(onCase).not.toContain('Yılmaz')
})

test('who chose, and when, stays on the record and in the log', async () => {
  const { officer, id, at, demir, yilmaz } = await somebodyWithTwoNames()
  await choose(officer, at, demir)
  expect(await site.lastEntry(officer)).toMatchObject({
    verb: 'person.edit',
    class: 'alteration',
    outcome: 'done',
    person_id: id,
  })
  await choose(officer, at, yilmaz)
  const words = textOfPage((await site.get(officer, at)).body)
  expect(words).toMatch(
    new RegExp(
      `Ayşe Yılmaz, since [^:]+: chosen by ${officer.name} Ayşe Demir, since [^:]+: chosen by ${officer.name}`,
    ),
  )
})

test('a name that ended is not shown first while another is used', async () => {
  const { officer, at, yilmaz } = await somebodyWithTwoNames()
  const url = `${at}/names/${yilmaz}/edit`
  expect((await site.send(officer, url, { until: '22 November 2026' })).statusCode).toBe(303)
  expect(await titleOf(officer, at)).toBe('Ayşe Demir')
  expect(textOfPage((await site.get(officer, at)).body)).toContain(
    `the name before had ended, as ${officer.name} recorded`,
  )
})

test('a name that had ended when it was added stays behind, and gives way when it stood alone', async () => {
  const { officer, id, at, yilmaz } = await somebodyWithTwoNames({ until: '1 May 2020' })
  expect(await titleOf(officer, at)).toBe('Ayşe Yılmaz')
  await site.send(officer, `${at}/names/${yilmaz}/edit`, { until: '22 November 2026' })
  expect(await titleOf(officer, at)).toBe('Ayşe Yılmaz')
  await add(officer, id, { family: 'Kaya' })
  expect(await titleOf(officer, at)).toBe('Ayşe Kaya')
})

test('an ended name that somebody chose stays first, until its end is recorded anew', async () => {
  const { officer, id, at, demir } = await somebodyWithTwoNames({ until: '1 May 2020' })
  await choose(officer, at, demir)
  await add(officer, id, { family: 'Kaya' })
  expect(await titleOf(officer, at)).toBe('Ayşe Demir')
  await site.send(officer, `${at}/names/${demir}/edit`, { until: '1 June 2020' })
  expect(await titleOf(officer, at)).toBe('Ayşe Yılmaz')
})

test('choosing what is shown first already changes nothing', async () => {
  const { officer, id, at, yilmaz } = await somebodyWithTwoNames()
  expect((await choose(officer, at, yilmaz)).statusCode).toBe(303)
  expect(await site.rows('select 1 from people.shown_first where person_id = $1', id)).toEqual([])
})

test('of two editors at once the second sees what the first chose, in names', async () => {
  const { officer, team, at, demir, yilmaz } = await somebodyWithTwoNames()
  const colleague = await aPerson(site.db, { team, role: 'investigator' })
  const before = formOf((await site.get(officer, `${at}/shown-first`)).body)
  await choose(colleague, at, demir)
  const late = await site.post(officer, `${at}/shown-first`, { ...before, name: yilmaz })
  expect(late.statusCode).toBe(400)
  expect(textOfPage(late.body)).toContain('Name shown first Ayşe Demir Ayşe Yılmaz')
  expect(await titleOf(officer, at)).toBe('Ayşe Demir')
})

test('a name of somebody else is none of these, whether it is there or not', async () => {
  const { officer, at } = await somebodyWithTwoNames()
  const other = await somebodyWithTwoNames()
  for (const name of [other.demir, '00000000-0000-4000-8000-000000000000', 'Demir', '']) {
    const answer = await choose(officer, at, name)
    expect(answer.statusCode).toBe(400)
    expect(textOfPage(answer.body)).toContain('Choose one of the names')
  }
})

test('a reader who may not change the record chooses nothing, past the pages neither', async () => {
  const { officer, team, reference, id, at, demir } = await somebodyWithTwoNames()
  const agency = await aTeam(site.db, { beside: team, agency: 'new' })
  const partner = await aPerson(site.db, { team: agency, role: 'practitioner' })
  await site.shareWith(officer, reference, partner)
  const page = await site.get(partner, at)
  expect(page.statusCode).toBe(200)
  expect(page.body).not.toContain('shown-first')
  expect((await site.get(partner, `${at}/shown-first`)).statusCode).toBe(404)
  const [row] = await site.rows(
    `select (xmin::text::bigint % 1000000000)::integer as version from people.name where person_id = $1 and position = 1`,
    id,
  )
  const seen = { id: demir, personId: id, version: Number(row?.['version']) }
  const chosen = (person: TestPerson) =>
    inRollback(site.db, person.actor, tx => chooseFirst(tx, seen, '2026-11-23'))
  expect(await chosen(partner)).toBe(false)
  expect(await chosen(officer)).toBe(true)
})

test.each(['from', 'until'])('a name that is used %s a day to come is not taken', async field => {
  const { officer, at, demir } = await somebodyWithTwoNames()
  const fields = { kind: 'alias', family: 'X', source: 'X', [field]: '24 November 2026' }
  for (const url of [`${at}/names/new`, `${at}/names/${demir}/edit`]) {
    const answer = await site.send(officer, url, fields)
    expect(answer.statusCode).toBe(400)
    expect(textOfPage(answer.body)).toContain('Enter a day that is not in the future')
  }
})
