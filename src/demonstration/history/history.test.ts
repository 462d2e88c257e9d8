import { expect, test } from 'vitest'
import { snooper } from '../colleagues.ts'
import { demonstrationSeed, userIdOf } from '../personas.ts'
import { personIdOf } from '../people.ts'
import { planDemonstration } from '../plan.ts'
import { reachIn } from '../reach.ts'
import type { Entry } from '../rows.ts'
import { entriesOf } from './look-up.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const plan = planDemonstration({ seed: demonstrationSeed, today })
const reach = reachIn(plan)
const caseById = new Map(plan.cases.map(one => [one.id, one]))
const casesOf = Map.groupBy(plan.casePersons, one => one.person_id)
const thrale = userIdOf(snooper)

/** Whether anything led to this look-up at its moment, in the way that the entry says. */
function isExplained(entry: Entry): boolean {
  const cases =
    entry.case_id === null
      ? (casesOf.get(entry.person_id ?? '') ?? []).map(({ case_id }) => case_id)
      : [entry.case_id]
  return cases.some(id => reach(entry.user_id!, caseById.get(id)!, entry.at) === entry.allowed_by)
}

const looksAtRecords = plan.entries.filter(
  one =>
    one.verb !== 'case.share' &&
    one.outcome === 'done' &&
    (one.case_id !== null || one.person_id !== null),
)

test('there are about 5,000 entries of 60 days, the last of them of yesterday', () => {
  expect(plan.entries.length).toBeGreaterThan(4_500)
  expect(plan.entries.length).toBeLessThan(5_500)
  expect(plan.entries[0]!.at.slice(0, 10)).toBe('2026-09-24')
  expect(plan.entries.at(-1)!.at.slice(0, 10)).toBe('2026-11-22')
})

test('their ids follow the order of time', () => {
  const ids = plan.entries.map(({ id }) => id)
  expect(ids).toEqual(ids.toSorted())
  const moments = plan.entries.map(({ at }) => at)
  expect(moments).toEqual(moments.toSorted())
})

test('only the one officer opened what nothing of that moment led to', () => {
  const unexplained = looksAtRecords.filter(one => !isExplained(one))
  expect(new Set(unexplained.map(({ user_id }) => user_id))).toEqual(new Set([thrale]))
  expect(unexplained.length).toBeGreaterThanOrEqual(20)
  const seen = new Set(unexplained.flatMap(one => one.person_id ?? []))
  expect(seen.size).toBeGreaterThanOrEqual(8)
})

test('he searched for his own name and address; one colleague searched for hers, with a cause', () => {
  const coded = plan.entries.filter(({ codes }) => codes.some(code => code.startsWith('own-')))
  expect(coded.filter(one => one.user_id === thrale).flatMap(({ codes }) => codes)).toEqual([
    'own-surname',
    'own-address',
    'own-surname',
  ])
  expect(coded.filter(one => one.user_id !== thrale).map(({ user_id }) => user_id)).toEqual([
    userIdOf('hallowes'),
  ])
})

test('one person, and no other, was opened by eight or more on one day', () => {
  const lookers = new Map<string, Set<string>>()
  for (const { at, verb, person_id, subjects, user_id, outcome } of plan.entries) {
    if (outcome === 'refused' || verb.endsWith('.search')) continue
    const shown = [...(person_id === null ? [] : [person_id]), ...subjects]
    for (const person of new Set(shown.filter(id => casesOf.has(id)))) {
      const key = `${at.slice(0, 10)} ${person}`
      lookers.set(key, (lookers.get(key) ?? new Set()).add(user_id!))
    }
  }
  const many = [...lookers].filter(([, users]) => users.size >= 8)
  expect(many.map(([key]) => key)).toEqual([
    `2026-11-13 ${personIdOf(demonstrationSeed, 'high-profile')}`,
  ])
  expect(many[0]![1].size).toBeGreaterThanOrEqual(12)
})

test('what was refused is kept as it was asked for, and nothing else of it', () => {
  const refused = plan.entries.filter(({ outcome }) => outcome === 'refused')
  expect(refused.length).toBe(8)
  for (const { asked, case_id, person_id, subjects, allowed_by } of refused) {
    expect(asked).toMatch(/^TS-/)
    expect([case_id, person_id, subjects, allowed_by]).toEqual([null, null, [], null])
  }
})

test('nobody works after the account was closed, before the first posting, or without signing in', () => {
  const closed = plan.users.find(({ disabled_at }) => disabled_at !== null)!
  const after = plan.entries.filter(
    one => one.user_id === closed.id && one.at > closed.disabled_at!,
  )
  expect(after).toEqual([])
  expect(plan.entries.filter(({ user_id }) => user_id === userIdOf('ormerod'))).toEqual([])
  const sessions = Map.groupBy(plan.entries, one => one.session_id)
  const begun = new Set([...sessions.values()].map(([first]) => first!.verb))
  expect(begun).toEqual(new Set(['sign-in.done']))
})

test('two things at the same moment have two ids', () => {
  const look = { user: thrale, day: '2026-11-20', time: '10:00', verb: 'case.search' } as const
  const [one, other] = entriesOf('seed', thrale, [look, look])
  expect(one!.id).not.toBe(other!.id)
})

test('what other tables record of shares and broken glass stands in the log too', () => {
  const broken = plan.entries.filter(({ verb }) => verb === 'glass.break')
  const told = broken.map(one => `${one.at} ${one.user_id!} ${one.case_id!}`)
  const recorded = plan.glass.map(one => `${one.broken_at} ${one.user_id} ${one.case_id}`)
  expect(told.toSorted()).toEqual(recorded.toSorted())
  const shared = plan.entries.filter(({ verb }) => verb === 'case.share')
  expect(shared.length).toBeGreaterThan(8)
  for (const { class: kind, recipient, user_id, case_id, at } of shared) {
    const way = reach(user_id!, caseById.get(case_id!)!, at)
    expect(['team', 'named'], `${user_id!} ${at}`).toContain(way)
    expect(kind).toBe('disclosure')
    const known = [...plan.agencies, ...plan.users].map(({ id }) => id)
    expect(known).toContain(recipient)
  }
})
