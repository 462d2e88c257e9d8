import { expect, test } from 'vitest'
import { aCase, block, type TestCase } from '../../src/modules/casework/reach/testing/at-work.ts'
import { foundAgainst } from '../../src/modules/casework/glass/testing/found-against.ts'
import { formOf, textOfPage } from '../builders/forms.ts'
import { aPerson, asOwner, aTeam, type TestPerson } from '../builders/people.ts'
import { oversightSite } from './site.ts'

const site = await oversightSite()
const { db } = site

const team = await aTeam(db)
const beside = await aTeam(db, { beside: team })
const offices = await aTeam(db, { beside: team })
const auditor = await aPerson(db, { team: offices, role: 'standards-auditor' })

const run = (text: string, ...values: unknown[]) =>
  asOwner(db, client => client.query(text, values))

/** Somebody broke the glass on a case of another team, and opened so many pages through it. */
async function broken(pages = 2, reviewBy = '2026-11-26', on?: TestCase) {
  const person = await aPerson(db, { team: beside, role: 'investigator' })
  const one = on ?? (await aCase(db, team))
  const sent = await site.fill(person, '/break-glass', {
    reference: one.reference,
    category: 'out-of-hours cover',
    reason: `Nobody of ${team.name} could be reached tonight`,
  })
  expect(sent.statusCode).toBe(303)
  for (let page = 0; page < pages; page += 1) await site.get(person, `/cases/${one.reference}`)
  const { rows } = await run(
    'update casework.glass set review_by = $2 where case_id = $1 and user_id = $3 returning id',
    one.id,
    reviewBy,
    person.id,
  )
  return { person, one, id: (rows[0] as { id: string }).id }
}

const review = { finding: 'justified', review: 'The call record agrees with the reason' }

const posted = (person: TestPerson, at: typeof offices, role: string) =>
  run(
    'insert into access.posting (user_id, team_id, role) values ($1, $2, $3)',
    person.id,
    at.id,
    role,
  )

test('what waits is listed, the most overdue first, with who, when, why and how much was opened; no case', async () => {
  const late = await broken(2, '2026-11-20')
  const soon = await broken(0, '2026-11-26')
  const { body } = await site.get(auditor, '/oversight/glass')
  const text = textOfPage(body)
  expect(body.indexOf(late.id)).toBeGreaterThan(0)
  expect(body.indexOf(soon.id)).toBeGreaterThan(body.indexOf(late.id))
  expect(text).toMatch(
    new RegExp(
      `${late.person.name} .*?Out-of-hours cover Nobody of ${team.name} could be reached tonight .*?; 2 pages opened through it 20 November 2026 Overdue`,
    ),
  )
  expect(text).toMatch(/0 pages opened through it 26 November 2026 (?!Overdue)/)
  for (const { one } of [late, soon])
    for (const content of [one.reference, 'Missing twice in a month'])
      expect(body).not.toContain(content)
  expect(await site.lastOf(auditor)).toMatchObject({ verb: 'glass.list', class: 'consultation' })
})

test('what two people opened through their glass on one case is counted apart', async () => {
  const first = await broken(3)
  const second = await broken(1, '2026-11-26', first.one)
  const opened = async (id: string) =>
    /Opened through it (\d+) page/.exec(
      textOfPage((await site.get(auditor, `/oversight/glass/${id}`)).body),
    )?.[1]
  expect([await opened(first.id), await opened(second.id)]).toEqual(['3', '1'])
})

test('a review is kept with its words, whoever broke it is told, and it waits no more', async () => {
  const { person, one, id } = await broken()
  const page = await site.get(auditor, `/oversight/glass/${id}`)
  expect(textOfPage(page.body)).toContain(`Case ${one.id.slice(0, 8)}`)
  expect(page.body).not.toContain(one.reference)
  const sent = await site.fill(auditor, `/oversight/glass/${id}`, review)
  expect(sent.headers.location).toBe('/oversight/glass')
  expect(await site.lastOf(auditor)).toMatchObject({ verb: 'glass.review', class: 'alteration' })
  const list = textOfPage((await site.get(auditor, '/oversight/glass')).body)
  expect(list).toMatch(
    new RegExp(`Reviewed .*${person.name}.*Justified ${review.review} ${auditor.name}`),
  )
  expect((await site.get(auditor, `/oversight/glass/${id}`)).statusCode).toBe(404)
  expect(textOfPage((await site.get(person, '/inbox')).body)).toContain('was reviewed: justified')
})

test.each([
  [{ finding: '' }, 'Choose whether it was justified'],
  [{ review: 'Too short' }, 'Enter 10 characters or more'],
  [{ review: 'x'.repeat(1001) }, 'Enter 1,000 characters or fewer'],
])('%o is answered with "%s", and nothing is lost', async (wrong, sentence) => {
  const { id } = await broken()
  const sent = await site.fill(auditor, `/oversight/glass/${id}`, { ...review, ...wrong })
  expect(sent.statusCode).toBe(400)
  expect(textOfPage(sent.body)).toContain(sentence)
  expect(sent.body).toContain({ ...review, ...wrong }.review)
})

test('nobody reviews their own, nor that of their line, whatever they send', async () => {
  const { person, id } = await broken()
  const boss = await aPerson(db, { team: beside, role: 'supervisor' })
  for (const one of [person, boss]) {
    await posted(one, offices, 'standards-auditor')
    const page = await site.get(one, `/oversight/glass/${id}`)
    expect(textOfPage(page.body)).toContain('Another standards auditor reviews it')
    expect(page.body).not.toContain('name="finding"')
    const form = formOf((await site.get(one, '/audit-log/export')).body)
    const sent = await site.post(one, `/oversight/glass/${id}`, {
      ...review,
      _token: form['_token']!,
    })
    expect(sent.statusCode).toBe(400)
    expect(textOfPage(sent.body)).toContain('Another standards auditor reviews it')
  }
  const { rows } = await run('select reviewed_at from casework.glass where id = $1', id)
  expect(rows).toEqual([{ reviewed_at: null }])
})

test('an auditor who is blocked from the case, or works elsewhere, has no such page', async () => {
  const { one, id } = await broken()
  const related = await aPerson(db, { team: offices, role: 'standards-auditor' })
  await block(db, one, related)
  const stranger = await aPerson(db, { team: await aTeam(db), role: 'standards-auditor' })
  for (const person of [related, stranger])
    expect((await site.get(person, `/oversight/glass/${id}`)).statusCode).toBe(404)
})

test('above the list it says how many reviews are overdue, and since when the oldest is', async () => {
  await broken(0, '2026-11-19')
  const text = textOfPage((await site.get(auditor, '/oversight/glass')).body)
  expect(text).toMatch(
    /Warning (Two|Three|Four) reviews are overdue, the oldest since 19 November 2026\./,
  )
})

test('who can no longer break the glass is listed, and an auditor lifts it with a reason, in the log', async () => {
  const person = await aPerson(db, { team: beside, role: 'investigator' })
  await foundAgainst(db, person, { times: 3, by: auditor })
  const list = await site.get(auditor, '/oversight/glass')
  expect(textOfPage(list.body)).toMatch(
    new RegExp(`Kept from breaking the glass .*${person.name} .*?3 reviews`),
  )
  const at = `/oversight/glass/kept/${person.id}`
  expect(list.body).toContain(at)
  const short = await site.fill(auditor, at, { why: 'Yes' })
  expect(short.statusCode).toBe(400)
  expect(textOfPage(short.body)).toContain('Enter 10 characters or more')
  const sent = await site.fill(auditor, at, { why: 'Trained again by the force' })
  expect(sent.headers.location).toBe('/oversight/glass')
  expect(await site.lastOf(auditor)).toMatchObject({
    ...{ verb: 'glass.lift', class: 'alteration', outcome: 'done', subjects: [person.id] },
  })
  const after = textOfPage((await site.get(auditor, '/oversight/glass')).body)
  expect(after).toContain(`${person.name} Trained again by the force ${auditor.name}, `)
  expect((await site.get(auditor, at)).statusCode).toBe(404)
  expect((await site.get(person, '/break-glass')).body).toContain('name="reference"')
})

test('nobody lifts it for themselves or their line, and an auditor elsewhere has no such page', async () => {
  const person = await aPerson(db, { team: beside, role: 'investigator' })
  await foundAgainst(db, person, { times: 3, by: auditor })
  const boss = await aPerson(db, { team: beside, role: 'supervisor' })
  const at = `/oversight/glass/kept/${person.id}`
  for (const one of [person, boss]) {
    await posted(one, offices, 'standards-auditor')
    const page = await site.get(one, at)
    expect(textOfPage(page.body)).toContain('Another standards auditor lifts it')
    expect(page.body).not.toContain('name="why"')
    const form = formOf((await site.get(one, '/audit-log/export')).body)
    const sent = await site.post(one, at, { why: 'I was right all along', _token: form['_token']! })
    expect(sent.statusCode).toBe(400)
  }
  const stranger = await aPerson(db, { team: await aTeam(db), role: 'standards-auditor' })
  expect((await site.get(stranger, at)).statusCode).toBe(404)
  const { rows } = await run('select from casework.glass_lift where user_id = $1', person.id)
  expect(rows).toEqual([])
})

test('that a late review was told of stands in the log as an act of the program', async () => {
  const { one } = await broken(0, '2026-11-18')
  await run(
    `insert into audit.entry (area_id, class, verb, outcome, case_id, subjects)
     values ($1, 'alteration', 'glass.escalate', 'done', $2, array[$3::uuid])`,
    ...[auditor.team.areaId, one.id, auditor.id],
  )
  const text = textOfPage((await site.get(auditor, `/audit-log?record=${one.id}`)).body)
  expect(text).toContain(
    'The program itself Tell standards auditors of a broken glass whose review is late, by the program',
  )
})
