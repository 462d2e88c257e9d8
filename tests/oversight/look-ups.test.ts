import { expect, test } from 'vitest'
import { aCase, aChildOn, name } from '../../src/modules/casework/reach/testing/at-work.ts'
import { rules } from '../../src/modules/oversight/look-ups/finding.ts'
import { spanOfDays } from '../../src/modules/oversight/look-ups/queries.ts'
import { findings } from '../../src/modules/oversight/look-ups/read.ts'
import { aPerson, asOwner, aTeam, type TestPerson } from '../builders/people.ts'
import { oversightSite } from './site.ts'

const site = await oversightSite()
const { db } = site

const team = await aTeam(db)
const beside = await aTeam(db, { beside: team })
const offices = await aTeam(db, { beside: team })
const auditor = await aPerson(db, { team: offices, role: 'standards-auditor' })
const one = await aCase(db, team)
const child = await aChildOn(db, team, one)
await asOwner(db, client =>
  client.query(`update casework.case_person set added_at = now() - interval '1 year'`),
)

const run = (text: string, ...values: unknown[]) =>
  asOwner(db, client => client.query(text, values))

/** Somebody of a team, posted there since a year ago until so many days ago. */
async function somebody(of: typeof team, untilDaysAgo: number | null = null): Promise<TestPerson> {
  const person = await aPerson(db, { team: of, role: 'investigator' })
  await run(
    `update access.posting set from_at = now() - interval '1 year', until_at = now() - make_interval(days => $2)
     where user_id = $1`,
    person.id,
    untilDaysAgo,
  )
  return person
}

const day = 24 * 60

const found = (days = 28, by = auditor) =>
  db.door.reading(by.actor, tx => findings(tx, { rules, days }))

const isFound = async (rule: string, about: string, days = 28) =>
  (await found(days)).find(finding => finding.rule === rule && finding.about === about)

test('a look after the posting ended is found, one before its end is not', async () => {
  const person = await somebody(team, 5)
  const before = await site.entry({ by: person, caseId: one.id, allowedBy: 'team', ago: 6 * day })
  const after = await site.entry({ by: person, caseId: one.id, allowedBy: 'team', ago: 4 * day })
  const told = await isFound('nothing-led', person.id)
  expect(told?.entries).toEqual([after])
  expect(told?.entries).not.toContain(before)
  expect(told?.facts[1]).toMatch(/^A posting to the team ended on /)
})

test.each([
  ['the posting', () => somebody(team)],
  [
    'a posting to the whole area',
    async () => {
      const person = await somebody(beside)
      await run('update access.posting set force_wide = true where user_id = $1', person.id)
      return person
    },
  ],
  [
    'a name on the case',
    async () => {
      const person = await somebody(beside)
      await name(db, one, person)
      await run(
        `update casework.named_person set named_at = now() - interval '9 days' where user_id = $1`,
        person.id,
      )
      return person
    },
  ],
  [
    'ownership of the case',
    async () => {
      const person = await somebody(beside)
      await run(
        `update casework.case set owner_id = $2, created_at = now() - interval '1 year' where id = $1`,
        one.id,
        person.id,
      )
      return person
    },
  ],
  ['a share', () => shared('6 days', '9 days')],
])('%s explains a look, at the case and at the child on it', async (_way, make) => {
  const person = await make()
  await site.entry({ by: person, caseId: one.id, ago: 4 * day })
  await site.entry({ by: person, verb: 'person.read', personId: child, ago: 4 * day })
  expect(await isFound('nothing-led', person.id)).toBeUndefined()
})

/** Somebody of another team with whom the case is shared, from and until so long ago. */
async function shared(lasts: string, ago: string): Promise<TestPerson> {
  const person = await somebody(beside)
  await run(
    `with lease as (
       insert into access.lease (kind, holder_user, from_at, until_at)
       values ('share', $2, now() - $3::interval, now() - $3::interval + $4::interval) returning id)
     insert into casework.share (case_id, lease_id, legal_basis, why, shared_by)
     select $1, id, 'consent', 'Agreed at the meeting', $2 from lease`,
    one.id,
    person.id,
    ago,
    lasts,
  )
  return person
}

test('a share that had ended, and one that ended early, explain nothing', async () => {
  const late = await shared('3 days', '9 days')
  const cut = await shared('8 days', '9 days')
  await run(
    `update access.lease set ended_at = now() - interval '5 days' where holder_user = $1`,
    cut.id,
  )
  for (const person of [late, cut]) {
    const look = await site.entry({ by: person, caseId: one.id, allowedBy: 'share', ago: 4 * day })
    expect((await isFound('nothing-led', person.id))?.entries).toEqual([look])
  }
})

test('whoever put a person on record has cause to open it', async () => {
  const person = await somebody(beside)
  const { rows } = await run(
    'insert into people.person (area_id, created_by) values ($1, $2) returning id',
    team.areaId,
    person.id,
  )
  await site.entry({
    by: person,
    verb: 'person.read',
    personId: (rows[0] as { id: string }).id,
    ago: 60,
  })
  expect(await isFound('nothing-led', person.id)).toBeUndefined()
})

test('a case that moved to another team since explains what its former team did', async () => {
  const person = await somebody(beside, 3)
  const moved = await aCase(db, team)
  await site.entry({ by: person, caseId: moved.id, allowedBy: 'team', ago: 5 * day })
  expect(await isFound('nothing-led', person.id)).toBeDefined()
  await site.entry({
    by: await somebody(beside),
    class: 'alteration',
    verb: 'case.assign',
    caseId: moved.id,
    allowedBy: 'team',
    ago: 4 * day,
  })
  expect(await isFound('nothing-led', person.id)).toBeUndefined()
})

test('work on a case of somebody found explains a search for the own name; idle it stands', async () => {
  const person = await somebody(team)
  const search = { by: person, verb: 'person.search', subjects: [child], codes: ['own-surname'] }
  await site.entry({ ...search, ago: 300 })
  await site.entry({
    by: person,
    class: 'alteration',
    verb: 'case.edit',
    caseId: one.id,
    ago: 290,
    allowedBy: 'team',
  })
  expect(await isFound('own-search', person.id)).toBeUndefined()
  const idle = await site.entry({ ...search, codes: ['own-address'], ago: 100 })
  expect((await isFound('own-search', person.id))?.entries).toEqual([idle])
})

test('one record that as many people open within a day as is set is told of, across midnight too', async () => {
  await run(`update platform.setting set value = 4 where name = 'many-lookers'`)
  const crowd = await aChildOn(db, team, one)
  const { rows } = await run(`select (extract(epoch from now())::bigint % 86400) / 60 as minutes`)
  const midnight = 2 * day + Number((rows[0] as { minutes: unknown }).minutes)
  const people = [await somebody(team), await somebody(team), await somebody(team)]
  for (const [n, by] of people.entries())
    await site.entry({
      by,
      verb: 'person.read',
      personId: crowd,
      allowedBy: 'team',
      ago: midnight + 700 - n * 400,
    })
  expect(await isFound('many-lookers', crowd)).toBeUndefined()
  const fourth = await somebody(team)
  await site.entry({
    by: fourth,
    verb: 'person.read',
    personId: crowd,
    allowedBy: 'team',
    ago: midnight - 600,
  })
  const told = await isFound('many-lookers', crowd)
  expect(told?.users.toSorted()).toEqual([...people, fourth].map(({ id }) => id).toSorted())
})

test('four refusals in an hour are told of, as people leave them through the site', async () => {
  const prober = await somebody(team)
  for (const reference of ['TS-0000-0000', 'TS-0000-0001', 'TS-0000-0002', 'TS-0000-0003'])
    expect((await site.get(prober, `/cases/${reference}`)).statusCode).toBe(404)
  expect((await isFound('refused-in-a-row', prober.id, 7))?.entries).toHaveLength(4)
})

test('an auditor of another area, and everybody who is none, is told of nothing', async () => {
  const stranger = await aPerson(db, { team: await aTeam(db), role: 'standards-auditor' })
  const supervisor = await aPerson(db, { team, role: 'supervisor' })
  expect((await found()).length).toBeGreaterThan(3)
  expect(await found(90, stranger)).toEqual([])
  expect(await found(90, supervisor)).toEqual([])
})

test('where there are more entries than rules look at, they begin later, and the page can say so', async () => {
  const span = (most: number) => db.door.reading(auditor.actor, tx => spanOfDays(tx, 28, most))
  const whole = await span(250_000)
  expect(whole.isCut).toBe(false)
  const cut = await span(2)
  expect(cut.isCut).toBe(true)
  const { rows } = await run('select count(*)::int as n from audit.entry where at > $1', cut.since)
  expect(rows).toEqual([{ n: 2 }])
})
