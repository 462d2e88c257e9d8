import { expect, test } from 'vitest'
import { makeDemonstration } from '../../src/demonstration/make.ts'
import { demonstrationSeed, userIdOf } from '../../src/demonstration/personas.ts'
import { snooper } from '../../src/demonstration/colleagues.ts'
import { planDemonstration } from '../../src/demonstration/plan.ts'
import { reachIn } from '../../src/demonstration/reach.ts'
import { rules } from '../../src/modules/oversight/look-ups/finding.ts'
import { findings } from '../../src/modules/oversight/look-ups/read.ts'
import { testDatabase } from '../builders/database.ts'
import { asOwner, signedIn } from '../builders/people.ts'

const db = await testDatabase()
const today = await asOwner(db, async client => {
  const { rows } = await client.query<{ today: string }>('select current_date::text as today')
  return Temporal.PlainDate.from(rows[0]!.today)
})
const of = { seed: demonstrationSeed, today }
await makeDemonstration(db.owner, of)
const plan = planDemonstration(of)
const { actor } = await signedIn(db, userIdOf('standards-auditor'))

const found = (days: number) => db.door.reading(actor, tx => findings(tx, { rules, days }))

/** Looks to which nothing led, by the rules of access told a second time, over the plan. */
function planted(): string[] {
  const reach = reachIn(plan)
  const caseById = new Map(plan.cases.map(one => [one.id, one]))
  const casesOf = Map.groupBy(plan.casePersons, one => one.person_id)
  return plan.entries
    .filter(one => one.outcome === 'done' && (one.case_id !== null || one.person_id !== null))
    .filter(one => {
      const cases =
        one.case_id === null
          ? (casesOf.get(one.person_id ?? '') ?? []).map(({ case_id }) => case_id)
          : [one.case_id]
      return cases.every(id => reach(one.user_id!, caseById.get(id)!, one.at) === null)
    })
    .map(({ id }) => id)
}

test('each of the look-ups without cause is found, and no other look of anybody', async () => {
  const all = await found(90)
  const told = all.filter(({ rule }) => rule === 'nothing-led')
  expect(planted().length).toBeGreaterThanOrEqual(20)
  expect(told.flatMap(({ entries }) => entries).toSorted()).toEqual(planted().toSorted())
})

test('of sixty people one is told of by name, and the record that twelve opened on one day', async () => {
  const all = await found(90)
  expect(all.map(({ rule }) => rule).toSorted()).toEqual([
    'many-lookers',
    'nothing-led',
    'own-search',
  ])
  const named = all.filter(({ rule }) => rule !== 'many-lookers').map(({ about }) => about)
  expect(new Set(named)).toEqual(new Set([userIdOf(snooper)]))
  expect(all.find(({ rule }) => rule === 'many-lookers')?.users).toHaveLength(12)
})

test('in each week of two months, whoever did nothing of the kind is not named', async () => {
  for (const days of [7, 28, 90]) {
    const named = (await found(days)).filter(({ rule }) => rule !== 'many-lookers')
    expect(
      named.every(({ about }) => about === userIdOf(snooper)),
      `${String(days)} days`,
    ).toBe(true)
  }
})
