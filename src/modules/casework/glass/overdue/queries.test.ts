import { randomBytes } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { testApp } from '../../../../../tests/builders/app.ts'
import { testDatabase } from '../../../../../tests/builders/database.ts'
import { textOfPage } from '../../../../../tests/builders/forms.ts'
import { aPerson, asOwner, aTeam, type TestTeam } from '../../../../../tests/builders/people.ts'
import { thePublic } from '../../../../platform/access/actor.ts'
import { openDoor } from '../../../../platform/db/door.ts'
import { recur } from '../../../../platform/jobs/recurring.ts'
import type { ProgramKey } from '../../../../platform/sessions/program-key.ts'
import { aCase, atWork, block, noticesOf, type TestCase } from '../../reach/testing/at-work.ts'
import { reviewGlass } from '../review/queries.ts'
import { overdueJob } from './job.ts'
import { tellOverdue } from './queries.ts'

const db = await testDatabase()
const { app } = await testApp(db)
const { get } = atWork(app)
const key = randomBytes(32) as ProgramKey
await asOwner(db, client => client.query('select access.register_program($1)', [key]))

const tell = () => db.door.writing(thePublic, tx => tellOverdue(tx, key))

/** An area of its own for each test, so that no other test's glass is told of in it. */
async function somewhere() {
  const team = await aTeam(db)
  const offices = await aTeam(db, { beside: team })
  const person = await aPerson(db, { team, role: 'investigator' })
  const auditor = await aPerson(db, { team: offices, role: 'standards-auditor' })
  const one = await aCase(db, offices)
  return { team, offices, person, auditor, one }
}

/** Somebody broke the glass on a case, and so many days ago its review was due. */
const broken = (one: TestCase, person: { id: string }, days: number) =>
  asOwner(db, async client => {
    const { rows } = await client.query<{ id: string }>(
      `with lease as (
         insert into access.lease (kind, holder_user, from_at, until_at)
         values ('break-glass', $2, now() - interval '9 days', now() - interval '9 days' + interval '1 hour') returning id)
       insert into casework.glass (case_id, lease_id, user_id, category, reason, review_by)
       select $1, lease.id, $2, 'out-of-hours cover', 'Nobody of the team could be reached',
         (clock_timestamp() at time zone 'Europe/London')::date - $3::integer from lease returning id`,
      [one.id, person.id, days],
    )
    return rows[0]!.id
  })

const alsoAuditor = (person: { id: string }, team: TestTeam) =>
  asOwner(db, client =>
    client.query(
      `insert into access.posting (user_id, team_id, role) values ($1, $2, 'standards-auditor')`,
      [person.id, team.id],
    ),
  )

test('once the day of the review has passed, each standards auditor of the area is told, and never twice', async () => {
  const { person, auditor, one, offices } = await somewhere()
  const second = await aPerson(db, { team: offices, role: 'standards-auditor' })
  await broken(one, person, 1)
  expect(await tell()).toBe(2)
  expect(await tell()).toBe(0)
  for (const told of [auditor, second])
    expect(await noticesOf(db, told, one)).toEqual(['glass-overdue'])
  const inbox = (await get(auditor, '/inbox')).body
  expect(textOfPage(inbox)).toMatch(
    new RegExp(
      `Nobody has reviewed why ${person.name} broke the glass on a case that you do not see. It was due by`,
    ),
  )
  expect(inbox).toContain('href="/oversight/glass"')
  expect(inbox).not.toContain(one.reference)
})

test('until the end of the day itself, and once it is reviewed, nobody is told', async () => {
  const { person, auditor, one } = await somewhere()
  await broken(one, person, 0)
  const late = await broken(one, person, 2)
  const review = { id: late, finding: 'justified', review: 'The call is on record' } as const
  expect(await db.door.writing(auditor.actor, tx => reviewGlass(tx, review))).toBe('done')
  expect(await tell()).toBe(0)
  expect(await noticesOf(db, auditor, one)).toEqual([])
})

test('who is in the line learns of it too; whoever broke it, is blocked, has left or works elsewhere does not', async () => {
  const { team, offices, person, auditor, one } = await somewhere()
  const boss = await aPerson(db, { team, role: 'supervisor' })
  const blocked = await aPerson(db, { team: offices, role: 'standards-auditor' })
  const gone = await aPerson(db, { team: offices, role: 'standards-auditor' })
  const before = await aPerson(db, { team: offices, role: 'standards-auditor' })
  const stranger = await aPerson(db, { team: await aTeam(db), role: 'standards-auditor' })
  for (const one of [person, boss]) await alsoAuditor(one, offices)
  await block(db, one, blocked)
  await asOwner(db, async client => {
    await client.query('update access.user_account set disabled_at = now() where id = $1', [
      gone.id,
    ])
    await client.query(
      `update access.posting set from_at = now() - interval '2 days', until_at = now() - interval '1 day' where user_id = $1`,
      [before.id],
    )
  })
  await broken(one, person, 3)
  expect(await tell()).toBe(2)
  for (const told of [auditor, boss])
    expect(await noticesOf(db, told, one)).toEqual(['glass-overdue'])
  for (const untold of [person, blocked, gone, before, stranger])
    expect(await noticesOf(db, untold, one)).toEqual([])
})

test('somebody who becomes an auditor later is told then, and nobody else again', async () => {
  const { offices, person, auditor, one } = await somewhere()
  await broken(one, person, 1)
  await tell()
  const late = await aPerson(db, { team: offices, role: 'standards-auditor' })
  expect(await tell()).toBe(1)
  for (const told of [auditor, late])
    expect(await noticesOf(db, told, one)).toEqual(['glass-overdue'])
})

test('of two programs on one database that look at the same moment, each auditor is told by one', async () => {
  const { person, auditor, one, offices } = await somewhere()
  const second = await aPerson(db, { team: offices, role: 'standards-auditor' })
  for (const days of [1, 2, 3]) await broken(one, person, days)
  const other = openDoor(db.app, { size: 5 })
  const round = (door: typeof other) => door.writing(thePublic, tx => tellOverdue(tx, key))
  const told = await Promise.all(
    Array.from({ length: 12 }, (_, n) => round(n % 2 ? other : db.door)),
  )
  await other.close()
  expect(told.reduce((sum, n) => sum + n, 0)).toBe(6)
  for (const one_ of [auditor, second])
    expect(await noticesOf(db, one_, one)).toEqual(Array(3).fill('glass-overdue'))
})

test('the log says of each glass that it was escalated, and to whom; of the same one again nothing', async () => {
  const { person, auditor, one, team } = await somewhere()
  await broken(one, person, 1)
  await tell()
  await tell()
  const { rows } = await asOwner(db, client =>
    client.query(
      'select verb, class, outcome, user_id, area_id, subjects from audit.entry where case_id = $1',
      [one.id],
    ),
  )
  expect(rows).toEqual([
    {
      verb: 'glass.escalate',
      class: 'alteration',
      outcome: 'done',
      user_id: null,
      area_id: team.areaId,
      subjects: [auditor.id],
    },
  ])
})

test('the notice of a glass that was reviewed after all says so', async () => {
  const { person, auditor, one } = await somewhere()
  const id = await broken(one, person, 1)
  await tell()
  const review = { id, finding: 'justified', review: 'The call is on record' } as const
  await db.door.writing(auditor.actor, tx => reviewGlass(tx, review))
  expect(textOfPage((await get(auditor, '/inbox')).body)).toContain(
    `Why ${person.name} broke the glass on a case that you do not see was reviewed late.`,
  )
})

test('the program tells by itself, without anybody opening a page', async () => {
  const { person, auditor, one } = await somewhere()
  await broken(one, person, 1)
  const errors: unknown[] = []
  const quiet = () => undefined
  const log = { info: quiet, warn: quiet, error: (...said: unknown[]) => void errors.push(said) }
  const jobs = recur([overdueJob({ door: db.door, key })], log)
  await vi.waitFor(async () => expect(await noticesOf(db, auditor, one)).toEqual(['glass-overdue']))
  await jobs.stop()
  expect(errors).toEqual([])
})
