import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aPerson, aTeam } from '../../../../../tests/builders/people.ts'
import { programSite, sentenceIn } from '../../programs/testing/program.ts'
import './api.ts'

const site = await programSite()
const { db, postJson: post, read } = site

async function somebodyOnCase() {
  const officer = await aPerson(db, { team: await aTeam(db), role: 'investigator' })
  const reference = await site.openCase(officer)
  await site.put(officer, reference, { born: '2009' })
  const [id = ''] = await site.peopleOn(reference)
  return { officer, reference, id, at: `/api/people/${id}` }
}

const parts = [
  {
    kind: 'names',
    sent: { given: 'Ash', kind: 'nickname', from: '2020-03-01', source: 'A friend' },
    kept: {
      ...{ given: 'Ash', family: '', kind: 'nickname', source: 'A friend' },
      ...{ fromOn: '2020-03-01', untilOn: null },
    },
  },
  {
    kind: 'identifiers',
    sent: { kind: 'school', value: '77-A', source: 'Register' },
    kept: { kind: 'school', value: '77-A', source: 'Register' },
  },
  {
    kind: 'addresses',
    sent: { lines: '4 Heron Lane', postcode: 'xz1 2ab', until: null, source: 'Council tax' },
    kept: {
      ...{ lines: '4 Heron Lane', postcode: 'XZ12AB', source: 'Council tax' },
      ...{ fromOn: null, untilOn: null },
    },
  },
] as const

test.each(parts)('a program adds $kind, once for each key, and the log says so', async part => {
  const { officer, id, at } = await somebodyOnCase()
  const key = randomUUID()
  const url = `${at}/${part.kind}`
  const answers = await Promise.all([1, 2].map(() => post(officer, url, part.sent, key)))
  for (const answer of answers) {
    expect([answer.statusCode, answer.json()]).toEqual([201, { person: id }])
    expect(answer.headers.location).toBe(at)
  }
  expect(await site.lastEntry(officer)).toMatchObject({
    verb: 'person.edit',
    class: 'alteration',
    outcome: 'done',
    person_id: id,
    allowed_by: 'team',
  })
  const record = (await read(officer, at)).json<Record<string, unknown[]>>()
  expect(record[part.kind]).toHaveLength(part.kind === 'names' ? 2 : 1)
  expect(record[part.kind]).toContainEqual(part.kept)
  const other = await post(officer, url, { ...part.sent, source: 'Another' }, key)
  expect(sentenceIn(other)).toContain('This Idempotency-Key came with another request before')
  expect(await site.lastEntry(officer)).toMatchObject({ verb: 'person.read', outcome: 'done' })
})

const [name, identifier, address] = parts.map(({ sent }) => sent)

test.each([
  ['names', { kind: 'alias', source: 'x' }, 'given: Enter a given name, a family name or both'],
  ['names', { ...name, until: '2019-01-01' }, 'until: Enter a last day that is not before'],
  ['names', { ...name, from: '2026-11-24' }, 'from: Enter a day that is not in the future'],
  ['names', { ...name, source: ' ' }, 'source: Enter where this is known from'],
  ['names', { ...name, position: 1 }, 'a field that is not known here'],
  ['identifiers', { ...identifier, kind: 'card' }, 'kind: Choose whose number it is'],
  ['identifiers', { ...identifier, value: 'a\u0000b' }, 'without control characters'],
  ['identifiers', { ...identifier, person_id: randomUUID() }, 'a field that is not known here'],
  ['addresses', { ...address, postcode: 'XZ99 99' }, 'postcode: Enter a postcode like XZ1 2AB'],
  ['addresses', { ...address, lines: '' }, 'lines: Enter the address'],
])('%s with %o is refused: %s', async (kind, sent, sentence) => {
  const { officer, at } = await somebodyOnCase()
  const before = (await read(officer, at)).json<object>()
  const answer = await post(officer, `${at}/${kind}`, sent)
  expect(answer.statusCode).toBe(400)
  expect(sentenceIn(answer)).toContain(sentence)
  expect((await read(officer, at)).json()).toEqual(before)
})

test.each(parts)('who may not change a person adds no $kind, and is not told why', async part => {
  const { officer, reference, id, at } = await somebodyOnCase()
  const beside = await aTeam(db, { beside: officer.team })
  const reader = await aPerson(db, { team: beside, role: 'investigator' })
  const agency = await aTeam(db, { beside: officer.team, agency: 'new' })
  const partner = await aPerson(db, { team: agency, role: 'investigator' })
  await site.shareWith(officer, reference, partner)
  expect((await read(partner, at)).statusCode).toBe(200)
  const before = (await read(officer, at)).json<object>()
  for (const person of [reader, partner]) {
    const absent = await post(person, `/api/people/${randomUUID()}/${part.kind}`, part.sent)
    const hidden = await post(person, `${at}/${part.kind}`, part.sent)
    expect([hidden.statusCode, hidden.body]).toEqual([404, absent.body])
    expect(await site.lastEntry(person)).toMatchObject({ outcome: 'refused', asked: id })
  }
  expect((await read(officer, at)).json()).toEqual(before)
})
