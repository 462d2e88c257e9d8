import { expect, test } from 'vitest'
import { aCase } from '../../src/modules/casework/reach/testing/at-work.ts'
import { findings } from '../../src/modules/oversight/look-ups/read.ts'
import { formOf, textOfPage } from '../builders/forms.ts'
import { aPerson, asOwner, aTeam, signedIn, type TestPerson } from '../builders/people.ts'
import { oversightSite } from './site.ts'

const site = await oversightSite()
const { db } = site

const team = await aTeam(db)
const beside = await aTeam(db, { beside: team })
const offices = await aTeam(db, { beside: team })
const auditor = await aPerson(db, { team: offices, role: 'standards-auditor' })
const one = await aCase(db, team)
const day = 24 * 60

const run = (text: string, ...values: unknown[]) =>
  asOwner(db, client => client.query(text, values))

/** The entries of somebody to which nothing led and that nobody has answered for. */
const openLooks = async (about: string) => {
  const found = await db.door.reading(auditor.actor, tx =>
    findings(tx, { rules: ['nothing-led'], days: 28 }),
  )
  return found.find(finding => finding.about === about)?.entries
}

const answer = { verdict: 'passed on', reason: 'Nobody could say why he looked' }
const addressOf = (person: TestPerson) => `/oversight/look-ups/nothing-led/${person.id}`

/** Somebody who has looked without cause. */
async function snooper(): Promise<TestPerson> {
  const person = await aPerson(db, { team: beside, role: 'investigator' })
  await site.entry({ by: person, caseId: one.id, allowedBy: 'team', ago: 2 * day })
  await run(
    `update access.posting set until_at = now() - interval '3 days', from_at = now() - interval '9 days' where user_id = $1`,
    person.id,
  )
  await run(
    `insert into access.posting (user_id, team_id, role) values ($1, $2, 'investigator')`,
    person.id,
    beside.id,
  )
  return person
}

test('an answer is kept with who and when, and the finding is gone until there is a new look', async () => {
  const person = await snooper()
  const page = await site.get(auditor, addressOf(person))
  expect(textOfPage(page.body)).toContain('What would explain it')
  const sent = await site.fill(auditor, addressOf(person), answer)
  expect(sent.statusCode).toBe(303)
  expect(await site.lastOf(auditor)).toMatchObject({ verb: 'look-up.answer', class: 'alteration' })
  const list = textOfPage((await site.get(auditor, '/oversight/look-ups')).body)
  expect(list).toContain(
    `${person.name} Opened, and nothing led there: 1 entry Passed on ${answer.reason} ${auditor.name}`,
  )
  expect(await openLooks(person.id)).toBeUndefined()
  expect((await site.get(auditor, addressOf(person))).statusCode).toBe(404)
  const again = await site.entry({ by: person, caseId: one.id, allowedBy: 'team', ago: 2 * day })
  expect(await openLooks(person.id)).toEqual([again])
})

test('a look that comes while the answer is written is not answered for unseen', async () => {
  const person = await snooper()
  const { body } = await site.get(auditor, addressOf(person))
  const later = await site.entry({ by: person, caseId: one.id, ago: 1.5 * day })
  await run(
    `update access.posting set from_at = now() - interval '1 day' where user_id = $1 and until_at is null`,
    person.id,
  )
  expect(
    (await site.post(auditor, addressOf(person), { ...formOf(body), ...answer })).statusCode,
  ).toBe(303)
  expect(await openLooks(person.id)).toEqual([later])
})

test.each([
  [{ verdict: '' }, 'Choose whether they are explained'],
  [{ reason: 'Too short' }, 'Enter 10 characters or more'],
  [{ reason: 'x'.repeat(1001) }, 'Enter 1,000 characters or fewer'],
])('%o is answered with "%s"', async (wrong, sentence) => {
  const sent = await site.fill(auditor, addressOf(await snooper()), { ...answer, ...wrong })
  expect(sent.statusCode).toBe(400)
  expect(textOfPage(sent.body)).toContain(sentence)
})

test('nobody answers for themselves, nor for their line, whatever they send', async () => {
  const person = await snooper()
  const boss = await aPerson(db, { team: beside, role: 'supervisor' })
  const both = [person, boss]
  for (const { id } of both)
    await run(
      `insert into access.posting (user_id, team_id, role) values ($1, $2, 'standards-auditor')`,
      id,
      offices.id,
    )
  for (const { id, team: own } of both) {
    const by = { ...person, ...(await signedIn(db, id)), team: own }
    const page = await site.get(by, addressOf(person))
    expect(textOfPage(page.body)).toContain('Another standards auditor answers here')
    expect(page.body).not.toContain('name="verdict"')
    const form = await site.get(by, '/audit-log/export')
    const sent = await site.post(by, addressOf(person), {
      ...answer,
      _token: formOf(form.body)['_token']!,
      seen: '2099-01-01T00:00:00Z',
    })
    expect(sent.statusCode).toBe(400)
    expect(textOfPage(sent.body)).toContain('Another auditor answers for them')
  }
  expect(await openLooks(person.id)).toBeDefined()
})

test('two auditors who answer at once: one does, the other is told', async () => {
  const person = await snooper()
  const second = await aPerson(db, { team: offices, role: 'standards-auditor' })
  const sent = await Promise.all(
    [auditor, second].map(by => site.fill(by, addressOf(person), answer)),
  )
  const codes = sent.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)
  expect([JSON.stringify([303, 400]), JSON.stringify([303, 404])]).toContain(JSON.stringify(codes))
})
