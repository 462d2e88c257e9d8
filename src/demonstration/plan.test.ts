import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { roles } from '../platform/access/roles.ts'
import { readReference } from '../methods/references/reference.ts'
import { demonstrationSeed, personas, userIdOf } from './personas.ts'
import { planDemonstration, type Plan } from './plan.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const plan = planDemonstration({ seed: demonstrationSeed, today })
const digest = (of: Plan): string => createHash('sha256').update(JSON.stringify(of)).digest('hex')
const casesOf = Map.groupBy(plan.casePersons, one => one.person_id)

test('the same seed and day give the same partnership, to the letter', () => {
  expect(digest(planDemonstration({ seed: demonstrationSeed, today }))).toBe(digest(plan))
  expect(digest(planDemonstration({ seed: 'another', today }))).not.toBe(digest(plan))
})

test('on another day the same people stand on the same cases, and every day has moved with it', () => {
  const later = planDemonstration({ seed: demonstrationSeed, today: today.add({ days: 40 }) })
  const known = (of: Plan) => of.cases.map(({ id, reference, summary }) => [id, reference, summary])
  expect(known(later)).toEqual(known(plan))
  expect(later.casePersons.map(({ id }) => id)).toEqual(plan.casePersons.map(({ id }) => id))
  expect(later.cases[0]!.opened_on).toBe(
    Temporal.PlainDate.from(plan.cases[0]!.opened_on).add({ days: 40 }).toString(),
  )
})

test('there are 6 agencies, 12 teams, 60 users and 120 cases with people', () => {
  expect([plan.agencies, plan.teams, plan.users, plan.cases].map(list => list.length)).toEqual([
    6, 12, 60, 120,
  ])
  const withPeople = new Set(plan.casePersons.map(({ case_id }) => case_id))
  expect(withPeople.size).toBe(120)
})

test('each role has two personas, of different teams', () => {
  expect(personas.map(({ code }) => code)).toEqual([...roles, ...roles.map(role => `${role}-2`)])
  for (const role of roles) {
    const teams = personas.filter(one => one.role === role).map(({ team }) => team)
    expect(new Set(teams).size, role).toBe(2)
  }
  for (const { code, tries } of personas) {
    expect(
      plan.users.some(({ id }) => id === userIdOf(code)),
      code,
    ).toBe(true)
    expect(tries, code).toMatch(/^[A-Z][^!]{20,180}\.$/)
  }
})

test('no id is given twice, and every reference has its check character', () => {
  const ids = Object.values(plan).flatMap((list: readonly object[]) =>
    list.flatMap(row => ('id' in row ? [row.id] : [])),
  )
  expect(new Set(ids).size).toBe(ids.length)
  for (const { reference } of plan.cases) expect(readReference(reference)).toBe(reference)
  expect(new Set(plan.cases.map(({ reference }) => reference)).size).toBe(120)
})

test('cases were opened over two years, and some are closed', () => {
  const opened = plan.cases.map(({ opened_on }) => opened_on).toSorted()
  expect(opened[0]! < '2025-02-01' && opened[0]! > '2024-11-01').toBe(true)
  expect(opened.at(-1)! > '2026-10-15' && opened.at(-1)! < '2026-11-23').toBe(true)
  const closed = plan.cases.filter(({ closed_on }) => closed_on !== null)
  expect(closed.length).toBeGreaterThan(15)
  expect(closed.every(one => one.closed_on! > one.opened_on)).toBe(true)
})

test('some children are suspected too, and some people stand on two cases', () => {
  const rolesOf = [...casesOf.values()].map(rows => new Set(rows.map(({ role }) => role)))
  expect(
    rolesOf.filter(held => held.has('child at risk') && held.has('suspect')).length,
  ).toBeGreaterThanOrEqual(3)
  const onTwo = [...casesOf.values()].filter(
    rows => new Set(rows.map(({ case_id }) => case_id)).size > 1,
  )
  expect(onTwo.length).toBeGreaterThanOrEqual(8)
})

test('days of birth are known to the day, the month, the year, about, or not', () => {
  const known = Map.groupBy(plan.persons, one => one.birth_precision)
  expect([...known.keys()].toSorted()).toEqual(['about', 'day', 'month', 'unknown', 'year'])
  for (const { birth_on } of known.get('year')!) expect(birth_on).toMatch(/-01-01$/)
  for (const { birth_on } of known.get('month')!) expect(birth_on).toMatch(/-01$/)
})

test('people have names of every kind, some in other scripts', () => {
  const kinds = new Set(plan.names.map(({ kind }) => kind))
  expect([...kinds].toSorted()).toEqual([
    'alias',
    'birth',
    'handle',
    'known as',
    'legal',
    'nickname',
  ])
  expect(plan.names.some(({ family }) => /\p{Script=Cyrillic}/u.test(family))).toBe(true)
  expect(plan.names.some(({ given }) => /\p{Script=Han}/u.test(given))).toBe(true)
})

/** Large towns, and counties with a police force: whatever looks like one would be taken for it. */
const realPlaces =
  /\b(London|Birmingham|Manchester|Leeds|Liverpool|Bristol|Sheffield|Newcastle|Nottingham|Leicester|Coventry|Bradford|Cardiff|Swansea|Newport|Plymouth|Southampton|Portsmouth|Oxford|Cambridge|York|Derby|Norwich|Exeter|Rochdale|Rotherham|Telford|Oldham|Luton|Reading|Hull|Stoke|Wolverhampton|Sunderland|Blackpool|Bolton|Halifax|Huddersfield|Keighley|Aylesbury|Banbury|Peterborough|Essex|Kent|Sussex|Surrey|Hampshire|Dorset|Devon|Cornwall|Cheshire|Lancashire|Cumbria|Durham|Cleveland|Humberside|Norfolk|Suffolk|Gwent|Wiltshire|Warwickshire|Arden)\b/i

test('no place in it is a real one, and no postcode is in use', () => {
  const texts = [
    ...plan.addresses.map(({ lines }) => lines),
    ...plan.agencies.map(({ name }) => name),
    ...plan.teams.map(({ name }) => name),
    ...plan.cases.map(({ summary }) => summary),
  ]
  for (const text of texts) expect(text).not.toMatch(realPlaces)
  const postcodes = [
    ...plan.addresses,
    ...plan.contacts.map(one => ({ postcode: one.home_postcode })),
  ]
  // The pseudo-postcodes of the health service begin with ZZ99.
  for (const { postcode } of postcodes) expect(postcode).toMatch(/^ZZ(?!99)\d{2,3}[A-Z]{2}$/)
})

test('nobody bears a name that the news know', () => {
  const full = [
    ...plan.names.map(({ given, family }) => `${given} ${family}`),
    ...plan.users.map(one => `${one.given_name} ${one.family_name}`),
  ]
  for (const name of full) expect(name).not.toMatch(/\b(Starmer|Sunak|Cooper|Badenoch|Windsor)\b/)
})
