import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inRollback, testDatabase } from '../../../../../tests/builders/database.ts'
import { aPerson, aTeam, type TestPerson } from '../../../../../tests/builders/people.ts'
import { readingsOf } from '../../../../methods/names/readings.ts'
import type { Writer } from '../../../../platform/db/door.ts'
import { addPerson } from '../../../people/index.ts'
import { caseTypes, type CaseType } from '../case.ts'
import { addCase, addToCase } from '../queries.ts'
import { anyCase, type CasesAsked } from './asked.ts'
import { caseTeams, casesOf } from './queries.ts'
import { sorts } from './sorts.ts'

const db = await testDatabase()
const team = await aTeam(db)
const person = await aPerson(db, { team, role: 'investigator' })
const colleague = await aPerson(db, { team, role: 'investigator' })
const everything: CasesAsked = { ...anyCase, state: 'all', most: 50 }

interface About {
  by?: TestPerson
  openedOn?: string
  type?: CaseType
}

async function opened(tx: Writer, about: About = {}): Promise<{ id: string; reference: string }> {
  const { by = person, openedOn = '2026-03-02', type = 'missing child' } = about
  const id = randomUUID()
  const of = { id, teamId: team.id, ownerId: by.id, type, summary: 'Missing from home', openedOn }
  return { id, reference: await addCase(tx, of) }
}

async function caseWith(tx: Writer, given: string, family: string, about?: About): Promise<string> {
  const { id, reference } = await opened(tx, about)
  const personId = await addPerson(tx, {
    name: { kind: 'legal', given, family, source: 'School record' },
    birth: { precision: 'unknown' },
    sex: 'not known',
  })
  const place = { caseId: id, personId, source: 'Call', fromOn: '2026-03-02' }
  await addToCase(tx, { ...place, role: 'witness' })
  return reference
}

const named = (text: string, whole = false): CasesAsked['name'] => {
  const readings = readingsOf(text)
  return readings && { ...readings, whole }
}

const referencesOf = async (tx: Writer, asked: Partial<CasesAsked>): Promise<string[]> =>
  (await casesOf(tx, { ...everything, ...asked })).map(({ reference }) => reference)

test('cases are found by the whole name or its beginning, of people on them, accents and case apart', async () => {
  await inRollback(db, person.actor, async tx => {
    const nunez = await caseWith(tx, 'Zoë', 'Núñez-Hart')
    const nunn = await caseWith(tx, 'Ada', 'Nunn')
    await caseWith(tx, 'Li', 'Wei')
    const found = (text: string, whole: boolean) => referencesOf(tx, { name: named(text, whole) })
    expect((await found('nun', false)).sort()).toEqual([nunez, nunn].sort())
    expect(await found('nunn', true)).toEqual([nunn])
    expect(await found('nun', true)).toEqual([])
    expect(await found('zoe', true)).toEqual([nunez])
    expect(await found('ZOE NUNEZ', false)).toEqual([nunez])
    expect(await found('nunez zoe', false)).toEqual([nunez])
    expect(await found('zoe wei', false)).toEqual([])
  })
})

test('a name of several words is found however its words are divided, and by plain letters', async () => {
  await inRollback(db, person.actor, async tx => {
    const berg = await caseWith(tx, 'Mary Ann', 'van der Berg')
    const amin = await caseWith(tx, 'Işıl', 'Al-Amin')
    const found = (text: string, whole: boolean) => referencesOf(tx, { name: named(text, whole) })
    for (const text of [
      'van der berg',
      'Mary Ann van der Berg',
      'van der Berg  Mary Ann',
      'mary ann',
    ])
      expect(await found(text, true), text).toEqual([berg])
    for (const text of ['mary van der', 'van der be', 'mary ann vand'])
      expect(await found(text, false), text).toEqual([berg])
    for (const text of ['al amin', 'Al-Amin', 'alamin', 'isil al amin', 'Al Amin  Isil'])
      expect(await found(text, true), text).toEqual([amin])
  })
})

test('a filter lists the cases of a team, an owner, a type, a state and a sensitivity alone', async () => {
  await inRollback(db, person.actor, async tx => {
    const own = await opened(tx, { type: 'online abuse' })
    const other = await opened(tx, { by: colleague })
    const closed = await opened(tx)
    await tx
      .updateTable('casework.case')
      .set({ closed_on: '2026-04-01' })
      .where('id', '=', closed.id)
      .execute()
    const only = async (asked: Partial<CasesAsked>) => (await referencesOf(tx, asked)).toSorted()
    const sorted = (...cases: { reference: string }[]) =>
      cases.map(({ reference }) => reference).toSorted()
    expect(await only({ owner: person.id })).toEqual(sorted(own, closed))
    expect(await only({ owner: colleague.id })).toEqual(sorted(other))
    expect(await only({ type: 'online abuse' })).toEqual(sorted(own))
    expect(await only({ state: 'open' })).toEqual(sorted(own, other))
    expect(await only({ state: 'closed' })).toEqual(sorted(closed))
    expect(await only({ team: team.id })).toEqual(sorted(own, other, closed))
    expect(await only({ team: randomUUID() })).toEqual([])
    expect(await only({ sensitivity: 'ordinary' })).toEqual(sorted(own, other, closed))
    expect(await only({ sensitivity: 'restricted' })).toEqual([])
  })
})

const days = ['2026-01-01', '2026-01-02', '2026-01-03'] as const

test('every order shows each case once, page by page, the same with a name as without', async () => {
  const someCases = fc.array(fc.tuple(fc.constantFrom(...days), fc.constantFrom(...caseTypes)), {
    maxLength: 9,
  })
  await fc.assert(
    fc.asyncProperty(someCases, fc.integer({ min: 1, max: 4 }), async (cases, most) => {
      await inRollback(db, person.actor, async tx => {
        const made = []
        for (const [openedOn, type] of cases) {
          const reference = await caseWith(tx, 'Ada', 'Nunn', { openedOn, type })
          made.push({ openedOn, type, reference })
        }
        for (const sort of sorts) {
          const wanted = made.toSorted(inOrder[sort]).map(({ reference }) => reference)
          expect(await pageByPage(tx, { sort, most }), sort).toEqual(wanted)
          expect(await pageByPage(tx, { sort, most, name: named('nunn ada') }), sort).toEqual(
            wanted,
          )
        }
      })
    }),
    { numRuns: 12 },
  )
})

type Made = Record<'openedOn' | 'reference' | 'type', string>
const by = (key: (one: Made) => string) => (a: Made, b: Made) =>
  key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0
const oldest = by(one => one.openedOn + one.reference)
const newest = (a: Made, b: Made) => oldest(b, a)
const inOrder = {
  oldest,
  newest,
  reference: by(one => one.reference),
  type: (a: Made, b: Made) => by(one => one.type)(a, b) || newest(a, b),
}

async function pageByPage(tx: Writer, asked: Partial<CasesAsked>): Promise<string[]> {
  const seen: string[] = []
  let after: CasesAsked['after'] = null
  for (;;) {
    const page = await casesOf(tx, { ...everything, ...asked, after })
    seen.push(...page.map(({ reference }) => reference))
    after = page.at(-1) ?? null
    if (after === null) return seen
  }
}

test('the name of somebody on a case narrows every other filter, and none widens it', async () => {
  await inRollback(db, person.actor, async tx => {
    const own = await caseWith(tx, 'Ada', 'Nunn', { type: 'online abuse' })
    const other = await caseWith(tx, 'Ada', 'Nunn', { by: colleague })
    await caseWith(tx, 'Li', 'Wei')
    const name = named('nunn')
    expect(await referencesOf(tx, { name, owner: person.id })).toEqual([own])
    expect(await referencesOf(tx, { name, type: 'missing child' })).toEqual([other])
    expect(await referencesOf(tx, { name, team: randomUUID() })).toEqual([])
    expect(await referencesOf(tx, { name, team: team.id })).toHaveLength(2)
    expect(await referencesOf(tx, { name, sensitivity: 'sealed' })).toEqual([])
    expect(await referencesOf(tx, { name, sensitivity: 'ordinary' })).toHaveLength(2)
  })
})

test('teams that work cases can be asked for, and no others', async () => {
  const idle = await aTeam(db, { beside: team })
  const teams = await db.door.reading(person.actor, caseTeams)
  const ids = teams.map(({ id }) => id)
  expect(ids).toContain(team.id)
  expect(ids).not.toContain(idle.id)
})
