import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../tests/builders/database.ts'
import { aPerson, aTeam } from '../../../tests/builders/people.ts'
import { thePublic, type Actor } from '../access/actor.ts'
import { withClient } from '../db/roles.ts'
import { bodyOf, type EntryRow } from './body.ts'
import type { Entry } from './entry.ts'
import { append } from './queries.ts'

const db = await testDatabase()

/** The entry as it stands in the database. */
async function appended(actor: Actor, facts: Partial<Entry> = {}): Promise<EntryRow> {
  const request = randomUUID()
  const entry: Entry = {
    class: 'consultation',
    verb: 'case.read',
    outcome: 'done',
    request,
    ...facts,
  }
  await db.door.writing(actor, tx => append(tx, entry))
  return withClient(db.owner, async client => {
    const text = 'select * from audit.entry where request_id = $1'
    return (await client.query<EntryRow>(text, [request])).rows[0]!
  })
}

test('who did it and where is taken from who acts, and from nothing that was passed in', async () => {
  const team = await aTeam(db)
  const person = await aPerson(db, { team, role: 'investigator' })
  const row = await appended(person.actor)
  expect(row).toMatchObject({ user_id: person.id, area_id: team.areaId })
  expect(row.session_id).not.toBeNull()
  const stranger = await appended(thePublic)
  expect(stranger).toMatchObject({ user_id: null, session_id: null, area_id: team.areaId })
})

test('all that is said of an entry stands in it', async () => {
  const ids = Array.from({ length: 4 }, () => randomUUID())
  const [caseId, person, recipient, subject] = ids as [string, string, string, string]
  const row = await appended(thePublic, {
    class: 'disclosure',
    verb: 'case.export',
    outcome: 'done',
    case: caseId,
    person,
    recipient,
    subjects: [subject],
    allowedBy: 'share',
    purpose: 'court-order',
    codes: ['own-surname'],
    sought: Buffer.of(1, 2, 3),
    asked: 'TS-7K3M-9QXC',
  })
  expect(bodyOf(row)).toMatchObject({
    class: 'disclosure',
    verb: 'case.export',
    outcome: 'done',
    case_id: caseId,
    person_id: person,
    recipient,
    subjects: [subject],
    allowed_by: 'share',
    purpose: 'court-order',
    codes: ['own-surname'],
    sought: 'AQID',
    asked: 'TS-7K3M-9QXC',
  })
})

test('of many records the first fifty are kept', async () => {
  const subjects = Array.from({ length: 60 }, () => randomUUID())
  expect((await appended(thePublic, { subjects })).subjects).toEqual(subjects.slice(0, 50))
})

test('what could be text is not kept as what was asked for', async () => {
  expect((await appended(thePublic, { asked: 'O’Neil, born 3 May' })).asked).toBe('unreadable')
  expect((await appended(thePublic, { asked: 'x'.repeat(41) })).asked).toBe('unreadable')
  expect((await appended(thePublic)).asked).toBeNull()
})

test('the program itself can neither add an entry past the function nor change or delete one', async () => {
  await appended(thePublic)
  for (const text of [
    `insert into audit.entry (area_id, class, verb, outcome)
       select id, 'erasure', 'case.close', 'done' from access.force_area`,
    `update audit.entry set outcome = 'refused'`,
    'delete from audit.entry',
    'truncate audit.entry',
    'insert into audit.checkpoint (area_id) values (gen_random_uuid())',
    'delete from audit.leaf',
  ]) {
    const tried = withClient(db.app, client => client.query(text))
    await expect(tried, text).rejects.toMatchObject({ code: '42501' })
  }
})
