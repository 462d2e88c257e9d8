import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inRollback } from '../../../../../tests/builders/database.ts'
import { formOf, textOfPage } from '../../../../../tests/builders/forms.ts'
import { aPerson, aTeam } from '../../../../../tests/builders/people.ts'
import { addName, changeAddress, changeName } from '../../../people/index.ts'
import { testSite } from '../testing/site.ts'
import './routes.ts'

const site = await testSite()
const { db } = site

async function somebodyOnCase() {
  const team = await aTeam(db)
  const officer = await aPerson(db, { team, role: 'investigator' })
  const colleague = await aPerson(db, { team, role: 'investigator' })
  const reference = await site.openCase(officer)
  await site.put(officer, reference, { born: '2009' })
  const [id = ''] = await site.peopleOn(reference)
  return { officer, colleague, reference, id, at: `/people/${id}` }
}

const parts = [
  {
    at: 'names',
    add: { given: 'Ash', kind: 'nickname', source: 'A friend' },
    field: 'given',
    mine: 'Aish',
    theirs: 'Asch',
    table: 'people.name',
  },
  {
    at: 'identifiers',
    add: { kind: 'school', value: '77-A', source: 'Register' },
    field: 'value',
    mine: '77-B',
    theirs: '77-C',
    table: 'people.identifier',
  },
  {
    at: 'addresses',
    add: { lines: '4 Heron Lane', postcode: 'XZ1 2AB', source: 'Council tax' },
    field: 'lines',
    mine: '5 Heron Lane',
    theirs: '6 Heron Lane',
    table: 'people.address',
  },
] as const

/** Where the form of the newest row of a kind is. */
async function editOf(id: string, { at, table }: (typeof parts)[number]): Promise<string> {
  const [row] = await site.rows(
    `select id from ${table} where person_id = $1 order by xmin::text::bigint desc limit 1`,
    id,
  )
  return `/people/${id}/${at}/${String(row?.['id'])}/edit`
}

test.each(parts)('$at are added and changed, and each change is in the log', async part => {
  const { officer, id, at } = await somebodyOnCase()
  const added = await site.send(officer, `${at}/${part.at}/new`, part.add)
  expect([added.statusCode, added.headers.location]).toEqual([303, at])
  const entry = { verb: 'person.edit', class: 'alteration', outcome: 'done', person_id: id }
  expect(await site.lastEntry(officer)).toMatchObject(entry)
  const url = await editOf(id, part)
  expect(formOf((await site.get(officer, url)).body)).toMatchObject(part.add)
  expect(await site.lastEntry(officer)).toMatchObject({ verb: 'person.read' })
  expect((await site.send(officer, url, { [part.field]: part.mine })).statusCode).toBe(303)
  expect(await site.lastEntry(officer)).toMatchObject(entry)
  expect(formOf((await site.get(officer, url)).body)[part.field]).toBe(part.mine)
})

test.each(parts)(
  'two people who change the same of $at get the page that shows both',
  async part => {
    const { officer, colleague, id, at } = await somebodyOnCase()
    await site.send(officer, `${at}/${part.at}/new`, part.add)
    const url = await editOf(id, part)
    const before = formOf((await site.get(officer, url)).body)
    await site.send(colleague, url, { [part.field]: part.theirs })
    const late = await site.post(officer, url, { ...before, [part.field]: part.mine })
    expect(late.statusCode).toBe(400)
    const words = textOfPage(late.body)
    expect(words).toContain('Somebody else saved this record while you were writing.')
    expect(words).toMatch(new RegExp(`${part.theirs} ${part.mine} The fields below`))
    expect(formOf((await site.get(officer, url)).body)[part.field]).toBe(part.theirs)
    const decided = await site.post(officer, url, formOf(late.body))
    expect(decided.statusCode).toBe(303)
    expect(formOf((await site.get(officer, url)).body)[part.field]).toBe(part.mine)
  },
)

test.each(parts)('of two changes of $at at once one is saved and one is shown both', async part => {
  const { officer, colleague, id, at } = await somebodyOnCase()
  await site.send(officer, `${at}/${part.at}/new`, part.add)
  const url = await editOf(id, part)
  const both = [
    { person: officer, form: formOf((await site.get(officer, url)).body), text: part.mine },
    { person: colleague, form: formOf((await site.get(colleague, url)).body), text: part.theirs },
  ]
  const answers = await Promise.all(
    both.map(({ person, form, text }) => site.post(person, url, { ...form, [part.field]: text })),
  )
  const [saved, shown] = answers.toSorted((a, b) => a.statusCode - b.statusCode)
  expect([saved?.statusCode, shown?.statusCode]).toEqual([303, 400])
  expect(textOfPage(shown?.body ?? '')).toContain('What is on record now, and what you wrote')
})

test('two people who change the birth get the page that shows both', async () => {
  const { officer, colleague, at } = await somebodyOnCase()
  const url = `${at}/birth/edit`
  const before = formOf((await site.get(officer, url)).body)
  expect(before).toMatchObject({ born: '2009', sex: 'female', bornSource: 'Her teacher' })
  const told = { born: '29/2/2008', bornSource: 'Birth certificate' }
  expect((await site.send(colleague, url, told)).statusCode).toBe(303)
  const late = await site.post(officer, url, { ...before, born: 'March 2009' })
  expect(late.statusCode).toBe(400)
  expect(textOfPage(late.body)).toContain('Born 29 February 2008 March 2009')
  expect((await site.post(officer, url, formOf(late.body))).statusCode).toBe(303)
  expect(textOfPage((await site.get(officer, at)).body)).toContain('Born March 2009')
})

test('a change of one thing does not stand in the way of a change of another', async () => {
  const { officer, colleague, at } = await somebodyOnCase()
  const before = formOf((await site.get(officer, `${at}/birth/edit`)).body)
  const name = { kind: 'alias', family: 'Demir', source: 'A letter' }
  expect((await site.send(colleague, `${at}/names/new`, name)).statusCode).toBe(303)
  const answer = await site.post(officer, `${at}/birth/edit`, { ...before, born: '2010' })
  expect(answer.statusCode).toBe(303)
})

test('names that are added at once get places of their own', async () => {
  const { officer, colleague, id, at } = await somebodyOnCase()
  const answers = await Promise.all(
    [officer, colleague, officer].map((person, n) =>
      site.send(person, `${at}/names/new`, { kind: 'alias', family: `N${n}`, source: 'A' }),
    ),
  )
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303])
  expect(
    await site.rows('select position from people.name where person_id = $1 order by 1', id),
  ).toEqual([1, 2, 3, 4].map(position => ({ position })))
})

test.each([
  ['names/new', { kind: 'alias' }, 'Enter a given name, a family name or both'],
  ['names/new', { from: '2 3 2020', until: '1 3 2020' }, 'a last day that is not before the first'],
  ['names/new', { from: '30 2 2020' }, 'Enter the first day like 23 11 2026'],
  ['identifiers/new', { kind: 'school' }, 'Enter the number'],
  ['identifiers/new', { kind: 'card' }, 'Choose whose number it is'],
  ['addresses/new', { postcode: 'XZ99 99' }, 'Enter a postcode like XZ1 2AB'],
  ['birth/edit', { born: '31 4 2009' }, 'Enter the birth like 3 3 2009'],
  ['birth/edit', { born: '2009', bornSource: '' }, 'Enter where the birth is known from'],
  ['birth/edit', { born: '24 11 2026' }, 'Enter a day that is not in the future'],
  ['birth/edit', { born: '1899' }, 'Enter a year from 1900 on'],
])('%s with %o is shown again with "%s"', async (form, fields, sentence) => {
  const { officer, at } = await somebodyOnCase()
  const sent = { given: 'Ash', kind: 'alias', source: 'A friend', ...fields }
  const named = 'kind' in fields && fields.kind === 'alias' ? { ...sent, given: '' } : sent
  const answer = await site.send(officer, `${at}/${form}`, named)
  expect(answer.statusCode).toBe(400)
  expect(textOfPage(answer.body)).toContain(sentence)
  expect(answer.body).toContain('govuk-error-summary')
  expect(formOf(answer.body)).toMatchObject(
    Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'kind')),
  )
})

test('an address of one person is not changed through the page of another', async () => {
  const one = await somebodyOnCase()
  const other = await site.openCase(one.officer)
  await site.put(one.officer, other, { family: 'Demir' })
  const [otherId = ''] = await site.peopleOn(other)
  await site.send(one.officer, `${one.at}/addresses/new`, parts[2].add)
  const own = await editOf(one.id, parts[2])
  const crossed = own.replace(one.id, otherId)
  const [shown, absent] = [
    await site.get(one.officer, crossed),
    await site.get(one.officer, `/people/${otherId}/addresses/${randomUUID()}/edit`),
  ]
  expect([shown.statusCode, shown.body]).toEqual([404, absent.body])
  const sent = await site.post(one.officer, crossed, { ...parts[2].add })
  expect([sent.statusCode, sent.body]).toEqual([404, absent.body])
})

test('a change names the person, and changes no row of anybody else', async () => {
  const { officer, id, at } = await somebodyOnCase()
  await site.send(officer, `${at}/addresses/new`, parts[2].add)
  const [row] = await site.rows(
    'select id, (xmin::text::bigint % 1000000000)::integer as version from people.address where person_id = $1',
    id,
  )
  const seen = row as { id: string; version: number }
  const address = { lines: 'X', postcode: null, from: null, until: null, source: 'X' }
  const tried = await inRollback(db, officer.actor, async tx => [
    await changeAddress(tx, { ...seen, personId: randomUUID() }, address),
    await changeAddress(tx, { ...seen, personId: id }, address),
  ])
  expect(tried).toEqual([false, true])
})

test('the database itself lets nobody change a person through a case that is only shared', async () => {
  const { officer, reference, id } = await somebodyOnCase()
  const agency = await aTeam(db, { beside: officer.team, agency: 'new' })
  const partner = await aPerson(db, { team: agency, role: 'practitioner' })
  await site.shareWith(officer, reference, partner)
  const name = {
    kind: 'alias',
    given: '',
    family: 'X',
    from: null,
    until: null,
    source: 'X',
  } as const
  const today = '2026-11-23'
  const tried = await inRollback(db, partner.actor, async tx => {
    const { rows } = await sql<{ id: string; version: number }>`
      select id, (xmin::text::bigint % 1000000000)::integer as version
      from people.name where person_id = ${id}`.execute(tx)
    return {
      seen: rows.length,
      added: await addName(tx, id, name, today),
      changed: await changeName(tx, { personId: id, ...rows[0]! }, name, today),
    }
  })
  expect(tried).toEqual({ seen: 1, added: false, changed: false })
  const insert = inRollback(db, partner.actor, tx =>
    sql`insert into people.identifier (person_id, kind, value, source) values (${id}, 'school', '1', 'x')`.execute(
      tx,
    ),
  )
  await expect(insert).rejects.toMatchObject({ facts: { sqlstate: '42501' } })
  const changed = await inRollback(db, officer.actor, async tx => addName(tx, id, name, today))
  expect(changed).toBe(true)
})
