import { expect, test } from 'vitest'
import { testApp } from '../../../../../tests/builders/app.ts'
import { testDatabase } from '../../../../../tests/builders/database.ts'
import { textOfPage } from '../../../../../tests/builders/forms.ts'
import { aPerson, asOwner, aTeam, type TestPerson } from '../../../../../tests/builders/people.ts'
import { aCase, atWork, block } from '../../reach/testing/at-work.ts'
import { glassToReview, reviewGlass, type Reviewed } from './queries.ts'

const db = await testDatabase()
const { app } = await testApp(db)
const { get, fill } = atWork(app)

const team = await aTeam(db)
const beside = await aTeam(db, { beside: team })
const auditor = await aPerson(db, {
  team: await aTeam(db, { beside: team }),
  role: 'standards-auditor',
})

/** A glass that somebody of the team beside broke. */
async function broken() {
  const person = await aPerson(db, { team: beside, role: 'investigator' })
  const one = await aCase(db, team)
  const answer = await fill(person, '/break-glass', {
    reference: one.reference,
    category: 'out-of-hours cover',
    reason: 'Nobody of the team could be reached tonight',
  })
  expect(answer.statusCode).toBe(303)
  const id = await asOwner(db, async client => {
    const { rows } = await client.query<{ id: string }>(
      'select id from casework.glass where case_id = $1',
      [one.id],
    )
    return rows[0]!.id
  })
  return { person, one, id }
}

const reviewing = (person: TestPerson, id: string): Promise<Reviewed> =>
  db.door.writing(person.actor, tx =>
    reviewGlass(tx, { id, finding: 'justified', review: 'The call is on record' }),
  )

test('a standards auditor outside the line reviews once, and whoever broke the glass is told', async () => {
  const { person, one, id } = await broken()
  const waiting = await db.door.reading(auditor.actor, glassToReview)
  expect(waiting.find(glass => glass.id === id)).toMatchObject({
    caseId: one.id,
    who: person.name,
    inLine: false,
    finding: null,
  })
  expect(await reviewing(auditor, id)).toBe('done')
  expect(await reviewing(auditor, id)).toBe('reviewed already')
  const inbox = textOfPage((await get(person, '/inbox')).body)
  expect(inbox).toContain('Your breaking of the glass was reviewed: justified.')
  expect(inbox).toContain('The call is on record')
})

test('nobody reviews their own, nor that of somebody in their line', async () => {
  const { person, id } = await broken()
  await asOwner(db, client =>
    client.query(
      `insert into access.posting (user_id, team_id, role) values ($1, $2, 'standards-auditor')`,
      [person.id, beside.id],
    ),
  )
  const boss = await aPerson(db, { team: beside, role: 'supervisor' })
  await asOwner(db, client =>
    client.query(
      `insert into access.posting (user_id, team_id, role) values ($1, $2, 'standards-auditor')`,
      [boss.id, auditor.team.id],
    ),
  )
  expect(await reviewing(person, id)).toBe('own line')
  expect(await reviewing(boss, id)).toBe('own line')
  const seen = await db.door.reading(boss.actor, glassToReview)
  expect(seen.find(glass => glass.id === id)?.inLine).toBe(true)
})

test('only a standards auditor of the area reviews, and none who is blocked from the case', async () => {
  const { one, id } = await broken()
  const supervisor = await aPerson(db, { team, role: 'supervisor' })
  const stranger = await aPerson(db, { team: await aTeam(db), role: 'standards-auditor' })
  const related = await aPerson(db, { team: auditor.team, role: 'standards-auditor' })
  await block(db, one, related)
  for (const other of [supervisor, stranger, related])
    expect(await reviewing(other, id)).toBe('absent')
  expect(await db.door.reading(stranger.actor, glassToReview)).toEqual([])
})

test('two auditors who review at once: one does, the other is told', async () => {
  const { id } = await broken()
  const second = await aPerson(db, { team: auditor.team, role: 'standards-auditor' })
  const outcomes = await Promise.all([reviewing(auditor, id), reviewing(second, id)])
  expect(outcomes.sort()).toEqual(['done', 'reviewed already'])
})

test('the reviewer sees no case: neither its reference nor a word of it', async () => {
  const { one } = await broken()
  const inbox = textOfPage((await get(auditor, '/inbox')).body)
  expect(inbox).toContain('broke the glass on a case that you do not see')
  expect(inbox).not.toContain(one.reference)
  expect((await get(auditor, `/cases/${one.reference}`)).statusCode).toBe(404)
})
