import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../../../tests/builders/database.ts'
import { aPerson, asOwner, aTeam, type TestPerson } from '../../../../../tests/builders/people.ts'
import { glassRules } from '../queries.ts'
import { foundAgainst } from '../testing/found-against.ts'
import { keptFromGlass, liftGlass, liftsOfGlass, type Lifted } from './queries.ts'

const db = await testDatabase()
const team = await aTeam(db)
const offices = await aTeam(db, { beside: team })
const auditor = await aPerson(db, { team: offices, role: 'standards-auditor' })

async function kept(times = 3) {
  const person = await aPerson(db, { team, role: 'investigator' })
  await foundAgainst(db, person, { times, by: auditor })
  return person
}

const why = 'Trained again, and spoken to by their chief'
const lifting = (by: TestPerson, of: TestPerson): Promise<Lifted> =>
  db.door.writing(by.actor, tx => liftGlass(tx, of.id, why))
const isKept = (person: TestPerson): Promise<boolean> =>
  db.door.reading(person.actor, async tx => (await glassRules(tx)).kept !== null)
const alsoAuditor = (person: TestPerson) =>
  asOwner(db, client =>
    client.query(
      `insert into access.posting (user_id, team_id, role) values ($1, $2, 'standards-auditor')`,
      [person.id, offices.id],
    ),
  )

test('an auditor sees who is kept from breaking the glass and by how many findings, and nobody else', async () => {
  const [person, other] = [await kept(4), await kept(2)]
  const seen = await db.door.reading(auditor.actor, keptFromGlass)
  expect(seen.find(({ userId }) => userId === person.id)).toMatchObject({
    who: person.name,
    found: 4,
    inLine: false,
  })
  expect(seen.map(({ userId }) => userId)).not.toContain(other.id)
  const supervisor = await aPerson(db, { team, role: 'supervisor' })
  const stranger = await aPerson(db, { team: await aTeam(db), role: 'standards-auditor' })
  for (const one of [supervisor, stranger])
    expect(await db.door.reading(one.actor, keptFromGlass)).toEqual([])
})

test('an auditor outside the line lifts it with a reason, which stays on record; new findings count anew', async () => {
  const person = await kept()
  expect(await isKept(person)).toBe(true)
  expect(await lifting(auditor, person)).toBe('done')
  expect(await isKept(person)).toBe(false)
  const [lift] = await db.door.reading(auditor.actor, liftsOfGlass)
  expect(lift).toMatchObject({ who: person.name, by: auditor.name, why })
  await foundAgainst(db, person, { times: 2, by: auditor, ago: '-1 second' })
  expect(await isKept(person)).toBe(false)
  await foundAgainst(db, person, { times: 1, by: auditor, ago: '-1 second' })
  expect(await isKept(person)).toBe(true)
})

test('nobody lifts it for themselves or for their line, nor without being an auditor of the area', async () => {
  const person = await kept()
  const boss = await aPerson(db, { team, role: 'supervisor' })
  for (const one of [person, boss]) await alsoAuditor(one)
  const colleague = await aPerson(db, { team: offices, role: 'administrator' })
  const stranger = await aPerson(db, { team: await aTeam(db), role: 'standards-auditor' })
  for (const one of [person, boss]) expect(await lifting(one, person)).toBe('own line')
  for (const one of [colleague, stranger]) expect(await lifting(one, person)).toBe('absent')
  expect(await isKept(person)).toBe(true)
})

test('of two auditors who lift it at once, the second waits for the first and is told that it is lifted', async () => {
  const person = await kept()
  const second = await aPerson(db, { team: offices, role: 'standards-auditor' })
  const { first, other } = await db.door.writing(auditor.actor, async tx => {
    const first = await liftGlass(tx, person.id, why)
    const other = lifting(second, person)
    const soonest = await Promise.race([other, wait(300, 'still waiting')])
    expect(soonest).toBe('still waiting')
    return { first, other: () => other }
  })
  expect([first, await other()]).toEqual(['done', 'not kept'])
})

test('somebody who is not kept from it needs no lifting', async () => {
  expect(await lifting(auditor, await kept(2))).toBe('not kept')
})
