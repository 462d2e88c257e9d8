import { expect, test } from 'vitest'
import { textOfPage } from '../../../../../tests/builders/forms.ts'
import { aPerson, aTeam, type TestPerson } from '../../../../../tests/builders/people.ts'
import { testSite } from '../../people/testing/site.ts'
import { writtenLast } from './last.ts'
import '../routes.tsx'

const site = await testSite()
const { db } = site
const team = await aTeam(db)
const officer = await aPerson(db, { team, role: 'investigator' })
const reference = await site.openCase(officer, 'Missing from a home')
await site.put(officer, reference, { given: 'Ada', family: 'Nunn' })

const asked = async (person: TestPerson, query: Readonly<Record<string, string>>) => {
  const answer = await site.get(person, `/cases?${new URLSearchParams(query).toString()}`)
  return { status: answer.statusCode, body: answer.body, words: textOfPage(answer.body) }
}

test.each([
  [{ state: 'lost' }, 'Choose open or closed cases from the list'],
  [{ type: 'burglary' }, 'Choose a type from the list'],
  [{ team: 'mine' }, 'Choose a team from the list'],
  [{ own: 'perhaps' }, 'Choose whose cases from the list'],
  [{ sensitivity: 'secret' }, 'Choose a sensitivity from the list'],
  [{ sort: 'length' }, 'Choose an order from the list'],
  [{ exact: 'perhaps' }, 'Choose whether the name is whole'],
  [{ after: '2026-99-99_TS-0000-0000_missing child' }, 'Start again from the first page'],
  [{ after: '2026-11-23_TS-0000-0000' }, 'Start again from the first page'],
  [{ name: 'x'.repeat(101) }, 'Enter 100 characters or fewer'],
])('%o is answered with "%s" and no list, and what was typed stays', async (query, sentence) => {
  const { status, words, body } = await asked(officer, { name: 'Nunn', ...query })
  expect(status).toBe(400)
  expect(words).toContain(sentence)
  expect(body).not.toContain(reference)
  expect(body).not.toContain('<table')
  expect(words).not.toContain('No case that you may see')
  expect(body).toContain(`value="${'name' in query ? query.name : 'Nunn'}"`)
  expect(await site.lastEntry(officer)).toMatchObject({ verb: 'case.search', subjects: [] })
  for (const [, id] of body.matchAll(/href="#([a-z]+)"/g)) expect(body).toContain(`id="${id}"`)
})

test('other choices stay as they were chosen beside one that is wrong', async () => {
  const { body } = await asked(officer, { state: 'closed', sort: 'type', type: 'burglary' })
  expect(body).toContain('<option value="closed" selected')
  expect(body).toContain('<option value="type" selected')
})

test('a list says how many it shows, and on paper what was asked', async () => {
  const { words } = await asked(officer, {
    name: 'nunn',
    own: 'yes',
    team: team.id,
    sort: 'oldest',
  })
  expect(words).toContain(reference)
  expect(words).toContain('1 case')
  expect(words).toContain('Name begins: nunn; State: Open; Team: ')
  expect(words).toContain('Owner: Me; Order: Oldest first')
})

test.each([
  [{ name: 'nobodyatall' }, 'Look among closed cases too, try fewer letters'],
  [{ name: 'nobodyatall', state: 'all' }, 'Try fewer letters'],
  [{ name: 'nunn ad', exact: 'yes' }, 'Ask for names that begin so'],
  [{ state: 'closed' }, 'Ask for less'],
  [{ sensitivity: 'sealed' }, 'Ask for less'],
])('an empty list says what to do next: %o', async (query, sentence) => {
  const { status, words, body } = await asked(officer, query)
  expect(status).toBe(200)
  expect(words).toContain(`No case that you may see fits. ${sentence}`)
  expect(body).not.toContain('<table')
})

test('whoever has no case yet is told how one comes', async () => {
  const beginner = await aPerson(db, { team: await aTeam(db), role: 'investigator' })
  expect((await asked(beginner, {})).words).toContain('There is no open case that you may see yet')
})

test('the way to the next page keeps what was asked, and nothing tells how many there are', async () => {
  const busy = await aPerson(db, { team: await aTeam(db), role: 'investigator' })
  await site.rows(
    `insert into casework.case (reference, area_id, team_id, owner_id, type, summary, opened_on)
     select 'TS-AAAA-' || lpad(n::text, 4, '0'), $1, $2, $3, 'missing child', 'One of many', '2026-10-01'
     from generate_series(1, 101) n`,
    busy.team.areaId,
    busy.team.id,
    busy.id,
  )
  const query = { sort: 'reference', own: 'yes', type: 'missing child' }
  const first = await asked(busy, query)
  expect(first.words).toContain('The first 50 cases of more than 50')
  expect(first.words).not.toMatch(/\b101\b/)
  const next = /href="(\/cases\?[^"]+)" rel="next"/.exec(first.body)?.[1]?.replaceAll('&amp;', '&')
  const params = new URLSearchParams(next?.split('?')[1])
  expect(Object.fromEntries(params)).toMatchObject(query)
  expect(params.get('after')).toBe(
    writtenLast({ openedOn: '2026-10-01', reference: 'TS-AAAA-0050', type: 'missing child' }),
  )
  const second = await site.get(busy, String(next))
  expect(textOfPage(second.body)).toContain('The next 50 cases, and there are more')
  expect(second.body).toContain('TS-AAAA-0051')
  expect(second.body).not.toContain('TS-AAAA-0050<')
  const end = await asked(busy, { ...query, after: '2026-10-01_TS-AAAA-0100_missing child' })
  expect(end.words).toContain('The last case')
  expect(end.body).not.toContain('rel="next"')
})

test('each colleague asks for the own cases alone', async () => {
  const colleague = await aPerson(db, { team, role: 'investigator' })
  expect((await asked(colleague, {})).body).toContain(reference)
  expect((await asked(colleague, { own: 'yes' })).body).not.toContain(reference)
})
