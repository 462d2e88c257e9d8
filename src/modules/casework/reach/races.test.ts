import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/builders/app.ts'
import { testDatabase } from '../../../../tests/builders/database.ts'
import { formOf } from '../../../../tests/builders/forms.ts'
import { aPerson, asOwner, aTeam, type TestPerson } from '../../../../tests/builders/people.ts'
import type { Writer } from '../../../platform/db/door.ts'
import { addBlock } from '../blocks/queries.ts'
import { caseOf } from '../cases/queries.ts'
import { unnamePerson } from '../naming/queries.ts'
import { askSeal, decideSeal, newestSealRequest } from '../sealing/queries.ts'
import { shareCase } from '../shares/queries.ts'
import { aCase, atWork, name, type TestCase } from './testing/at-work.ts'

const db = await testDatabase()
const { app } = await testApp(db)
const { get, post } = atWork(app)

const team = await aTeam(db)
const [supervisor, second] = [
  await aPerson(db, { team, role: 'supervisor' }),
  await aPerson(db, { team, role: 'supervisor' }),
]
const partner = await aPerson(db, {
  team: await aTeam(db, { beside: team, agency: 'new' }),
  role: 'practitioner',
})

const days = { days: 3, basis: 'consent', why: 'They meet the child each week' } as const
const sharing = (one: TestCase) => (tx: Writer) =>
  shareCase(tx, one.id, { to: `person ${partner.id}`, ...days })
const blocking = (one: TestCase) => (tx: Writer) =>
  addBlock(tx, { userId: partner.id, caseId: one.id, personId: null, why: 'Related to a suspect' })

/** The first does its work and waits with the commit until the second has begun its own and waits for it. */
async function atOnce<A, B>(
  [first, work]: [TestPerson, (tx: Writer) => Promise<A>],
  [next, otherWork]: [TestPerson, (tx: Writer) => Promise<B>],
): Promise<[A, B]> {
  const begun = Promise.withResolvers<undefined>()
  const done = db.door.writing(first.actor, async tx => {
    const result = await work(tx)
    begun.resolve(undefined)
    await pause(150)
    return result
  })
  await Promise.race([begun.promise, done])
  return Promise.all([done, db.door.writing(next.actor, otherWork)])
}

const seen = (person: TestPerson, one: TestCase) =>
  db.door.reading(person.actor, tx => caseOf(tx, one.reference))

test.for([
  ['shares first', [sharing, blocking]],
  ['blocks first', [blocking, sharing]],
] as const)('a block holds against a share at the same moment: %s', async ([, works]) => {
  const one = await aCase(db, team)
  await atOnce<unknown, unknown>([supervisor, works[0](one)], [second, works[1](one)])
  expect(await seen(partner, one)).toBeNull()
  const lists = await asOwner(db, client =>
    client.query(
      `select c.deny && array[u.principal] as denied, cardinality(c.acl) as reaching
       from casework.case c, access.user_account u where c.id = $1 and u.id = $2`,
      [one.id, partner.id],
    ),
  )
  expect(lists.rows[0]).toEqual({ denied: true, reaching: 3 })
})

test('a share that is made while the case is sealed ends with it, or is refused', async () => {
  for (const sealsFirst of [true, false]) {
    const one = await aCase(db, team)
    await db.door.writing(supervisor.actor, tx =>
      askSeal(tx, one.id, { wanted: 'sealed', why: 'A colleague is a suspect' }),
    )
    const sealing = async (tx: Writer) =>
      decideSeal(tx, (await newestSealRequest(tx, one.id))!.id, true)
    if (sealsFirst) {
      const [, shared] = await atOnce([second, sealing], [supervisor, sharing(one)])
      expect(shared).toBe('sealed')
    } else await atOnce([supervisor, sharing(one)], [second, sealing])
    expect(await seen(partner, one)).toBeNull()
    const live = await asOwner(db, client =>
      client.query(
        `select from casework.share s join access.lease l on l.id = s.lease_id
         where s.case_id = $1 and l.ended_at is null`,
        [one.id],
      ),
    )
    expect(live.rowCount).toBe(0)
  }
})

test('two who take each other’s name away at once do not leave a case to nobody', async () => {
  const one = await aCase(db, team, { sensitivity: 'restricted' })
  for (const person of [supervisor, second]) await name(db, one, person)
  const outcomes = await atOnce(
    [supervisor, tx => unnamePerson(tx, one.id, second.id)],
    [second, tx => unnamePerson(tx, one.id, supervisor.id)],
  )
  expect(outcomes).toEqual([true, false])
  expect(await seen(supervisor, one)).not.toBeNull()
})

test('of 50 requests around the moment when a share ends, none after it sees the case', async () => {
  const one = await aCase(db, team)
  await db.door.writing(supervisor.actor, sharing(one))
  const ends = await asOwner(db, async client => {
    const { rows } = await client.query<{ lease: string; ends: string }>(
      `update access.lease set until_at = clock_timestamp() + interval '500 milliseconds'
       where id = (select lease_id from casework.share where case_id = $1)
       returning extract(epoch from until_at)::text as ends`,
      [one.id],
    )
    return Number(rows[0]!.ends) * 1000
  })
  const answers = await Promise.all(
    Array.from({ length: 50 }, async (_, n) => {
      await pause(n * 20)
      const sentAt = Date.now()
      const { statusCode } = await get(partner, `/cases/${one.reference}`)
      return { sentAt, statusCode }
    }),
  )
  for (const { sentAt, statusCode } of answers) if (sentAt >= ends) expect(statusCode).toBe(404)
  const codes = answers.map(({ statusCode }) => statusCode)
  expect(new Set(codes)).toEqual(new Set([200, 404]))
  const { rows } = await asOwner(db, client =>
    client.query<{ outcome: string; late: boolean }>(
      `select e.outcome, e.at >= to_timestamp($2 / 1000.0) as late from audit.entry e where e.user_id = $1`,
      [partner.id, ends],
    ),
  )
  expect(rows).toHaveLength(50)
  expect(rows.filter(({ outcome, late }) => outcome === 'done' && late)).toEqual([])
})

test('from the answer that a share has ended on, no request sees the case', async () => {
  const one = await aCase(db, team)
  const at = `/cases/${one.reference}`
  await db.door.writing(supervisor.actor, sharing(one))
  const end = /href="([^"]*\/shares\/[^"]*\/end)"/.exec((await get(supervisor, at)).body)![1]!
  const form = formOf((await get(supervisor, end)).body)
  const ended = { at: Infinity, asked: 0 }
  const answers: { sentAt: number; statusCode: number }[] = []
  const asking = Array.from({ length: 8 }, async () => {
    while (ended.asked < 50) {
      const sentAt = performance.now()
      const { statusCode } = await get(partner, at)
      answers.push({ sentAt, statusCode })
      if (sentAt >= ended.at) ended.asked += 1
    }
  })
  await pause(100)
  expect((await post(supervisor, end, form)).statusCode).toBe(303)
  ended.at = performance.now()
  await Promise.all(asking)
  expect(answers.some(({ statusCode }) => statusCode === 200)).toBe(true)
  const after = answers.filter(({ sentAt }) => sentAt >= ended.at)
  expect(after.length).toBeGreaterThanOrEqual(50)
  for (const { statusCode } of after) expect(statusCode).toBe(404)
})

test('two who end one block, name or share at once have both ended it', async () => {
  const one = await aCase(db, team)
  const at = `/cases/${one.reference}`
  await db.door.writing(supervisor.actor, sharing(one))
  await db.door.writing(supervisor.actor, blocking(one))
  await name(db, one, partner)
  const page = (await get(supervisor, at)).body
  const ends = [...page.matchAll(/href="([^"]*\/(?:shares|blocks)\/[^"]*\/end)"/g)].map(
    ([, url]) => url!,
  )
  expect(ends).toHaveLength(2)
  for (const end of [...ends, `${at}/named/${partner.id}/end`]) {
    const forms = [formOf((await get(supervisor, end)).body), formOf((await get(second, end)).body)]
    const answers = await Promise.all([
      post(supervisor, end, forms[0]!),
      post(second, end, forms[1]!),
    ])
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303])
    expect((await get(second, end)).body).toMatch(/(has ended|taken away) already/)
  }
})
