import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/builders/app.ts'
import { testDatabase } from '../../../../tests/builders/database.ts'
import { textOfPage } from '../../../../tests/builders/forms.ts'
import { aPerson, asOwner, aTeam, type TestPerson } from '../../../../tests/builders/people.ts'
import {
  aCase,
  aChildOn,
  atWork,
  block,
  entriesOf,
  name,
  noticesOf,
  type TestCase,
} from '../reach/testing/at-work.ts'

const db = await testDatabase()
const { app } = await testApp(db)
const { get, fill } = atWork(app)

const team = await aTeam(db)
const beside = await aTeam(db, { beside: team })
const supervisor = await aPerson(db, { team, role: 'supervisor' })
const auditor = await aPerson(db, { team: beside, role: 'standards-auditor' })
const somebody = (role: 'investigator' | 'practitioner' = 'investigator') =>
  aPerson(db, { team: beside, role })

let reasons = 0
const breaking = (person: TestPerson, reference: string, reason?: string) =>
  fill(person, '/break-glass', {
    reference,
    category: 'a child in danger now',
    reason: reason ?? `A call came in about the child, number ${String((reasons += 1))}`,
  })

const nothingOpens = 'No case opens with this reference'

test('whoever breaks the glass reads the case, is told so on its page, and changes nothing', async () => {
  const person = await somebody('practitioner')
  const one = await aCase(db, team)
  const at = `/cases/${one.reference}`
  const answer = await breaking(person, one.reference.toLowerCase())
  expect(answer.headers.location).toBe(at)
  expect((await entriesOf(db, person))[0]).toMatchObject({
    verb: 'glass.break',
    class: 'consultation',
    outcome: 'done',
    case_id: one.id,
    allowed_by: 'break-glass',
    asked: null,
  })
  const page = textOfPage((await get(person, at)).body)
  expect(page).toMatch(/You broke the glass at .* It ends at /)
  expect(page).toContain('You see it because you broke the glass.')
  expect(textOfPage((await get(supervisor, at)).body)).toContain('Glass broken by')
  expect(textOfPage((await get(supervisor, at)).body)).not.toContain('You broke the glass')
})

// Only the question why it is needed shows nothing of the case, and so does not say it.
test('each page of a case that opens to a broken glass says that it was broken; the others do not open', async () => {
  const person = await somebody()
  const one = await aCase(db, team)
  await breaking(person, one.reference)
  const pages = app.actingRoutes.filter(
    ({ verb, url }) =>
      verb === 'GET' && url.startsWith('/cases/:reference') && !url.endsWith('/purpose'),
  )
  const opened: string[] = []
  for (const { url } of pages) {
    const answer = await get(
      person,
      url.replace(':reference', one.reference).replace(/:\w+/g, one.id),
    )
    if (answer.statusCode === 404) continue
    opened.push(url)
    expect(textOfPage(answer.body), url).toContain('You broke the glass at')
  }
  expect(opened).toContain('/cases/:reference')
})

test('the record of somebody who is seen through a broken glass says so too', async () => {
  const person = await somebody()
  const one = await aCase(db, team)
  const child = await aChildOn(db, team, one)
  expect((await get(person, `/people/${child}`)).statusCode).toBe(404)
  await breaking(person, one.reference)
  expect(textOfPage((await get(person, `/people/${child}`)).body)).toContain('You broke the glass')
  expect(textOfPage((await get(supervisor, `/people/${child}`)).body)).not.toContain(
    'You broke the glass',
  )
})

test('the owner, the supervisors and the standards auditor are told at once; nobody who is blocked is', async () => {
  const person = await somebody()
  const owner = await aPerson(db, { team, role: 'investigator' })
  const blocked = await aPerson(db, { team, role: 'supervisor' })
  const one = await aCase(db, team, { owner: owner.id })
  await block(db, one, blocked)
  await breaking(person, one.reference)
  for (const told of [owner, supervisor, auditor])
    expect(await noticesOf(db, told, one), told.team.name).toEqual(['glass-broken'])
  for (const untold of [blocked, person]) expect(await noticesOf(db, untold, one)).toEqual([])
})

test('a sealed, a blocked, a foreign and an absent case answer alike, and each costs one try', async () => {
  const foreign = await aTeam(db)
  const person = await somebody()
  const [sealed, blocked, elsewhere] = [
    await aCase(db, team, { sensitivity: 'sealed' }),
    await aCase(db, team),
    await aCase(db, foreign),
  ]
  await block(db, blocked, person)
  const answers = []
  for (const reference of [sealed, blocked, elsewhere].map(one => one.reference).concat(never)) {
    const answer = await breaking(person, reference, `They telephoned about a child ${reference}`)
    expect(textOfPage(answer.body)).toContain(nothingOpens)
    expect((await entriesOf(db, person))[0]).toEqual({
      verb: 'glass.break',
      class: 'consultation',
      outcome: 'refused',
      asked: reference,
      case_id: null,
      person_id: null,
      allowed_by: null,
      recipient: null,
      subjects: [],
      codes: [],
    })
    const { date: _, ...headers } = answer.headers
    answers.push([answer.statusCode, headers, withoutKey(answer.body, reference)])
  }
  for (const answer of answers) expect(answer).toEqual(answers[0])
  for (const one of [sealed, blocked, elsewhere])
    expect(
      await asOwner(db, c => c.query('select from casework.notice where case_id = $1', [one.id])),
    ).toMatchObject({ rowCount: 0 })
  expect(textOfPage((await breaking(person, never)).body)).toContain(nothingOpens)
  expect(textOfPage((await breaking(person, never)).body)).toContain('You have tried 5 times')
})

const never = 'TS-0000-0000'
const withoutKey = (body: string, reference: string) =>
  body.replace(/name="_key" value="[^"]*"/, '').replaceAll(reference, 'TS-')

test('who has tried too often gets nothing more, not even what would open, and not by a crowd of tries', async () => {
  const person = await somebody()
  const one = await aCase(db, team)
  await Promise.all(Array.from({ length: 12 }, () => breaking(person, never)))
  const tries = (await entriesOf(db, person)).filter(({ verb }) => verb === 'glass.break')
  expect(tries).toHaveLength(5)
  expect(textOfPage((await breaking(person, one.reference)).body)).toContain(
    'You have tried 5 times',
  )
  expect((await get(person, `/cases/${one.reference}`)).statusCode).toBe(404)
})

test('what is typed wrongly costs no try and asks nothing about a case', async () => {
  const person = await somebody()
  for (const reason of ['too short', ''])
    expect((await breaking(person, never, reason)).statusCode).toBe(400)
  const answer = await breaking(person, 'TS-0000-0001')
  expect(textOfPage(answer.body)).toContain('check each letter')
  expect((await entriesOf(db, person)).map(({ verb }) => verb)).not.toContain('glass.break')
})

test('a reason serves once, however it is written', async () => {
  const person = await somebody()
  const [one, other] = [await aCase(db, team), await aCase(db, team)]
  await breaking(person, one.reference, 'The school rang about the child')
  const again = await breaking(person, other.reference, 'the  school RANG about the child')
  expect(textOfPage(again.body)).toContain('You gave this reason before')
  expect((await get(person, `/cases/${other.reference}`)).statusCode).toBe(404)
})

test('of two who give one reason at once, in two windows, one breaks the glass', async () => {
  const person = await somebody()
  const one = await aCase(db, team)
  const reason = 'The hospital rang about the child'
  const answers = await Promise.all([1, 2].map(() => breaking(person, one.reference, reason)))
  expect(answers.map(({ statusCode }) => statusCode).sort((a, b) => a - b)).toEqual([303, 400])
  expect(await noticesOf(db, supervisor, one)).toEqual(['glass-broken'])
})

test('somebody who sees the case anyway is told so, and breaks nothing', async () => {
  const one = await aCase(db, team)
  const answer = await breaking(supervisor, one.reference)
  expect(textOfPage(answer.body)).toContain('You can see this case without breaking the glass')
  expect(await noticesOf(db, auditor, one)).toEqual([])
})

test('a broken glass ends by itself, by a block and by a seal', async () => {
  const person = await somebody()
  const open = async (): Promise<TestCase> => {
    const one = await aCase(db, team)
    await breaking(person, one.reference)
    expect((await get(person, `/cases/${one.reference}`)).statusCode).toBe(200)
    return one
  }
  const [expired, blocked, sealed] = [await open(), await open(), await open()]
  await asOwner(db, client =>
    client.query(
      `update access.lease set from_at = now() - interval '61 minutes', until_at = now() - interval '1 second'
       where id = (select lease_id from casework.glass where case_id = $1)`,
      [expired.id],
    ),
  )
  await block(db, blocked, person)
  await asOwner(db, client =>
    client.query(`update casework.case set sensitivity = 'sealed' where id = $1`, [sealed.id]),
  )
  for (const one of [expired, blocked, sealed]) {
    const answer = await get(person, `/cases/${one.reference}`)
    expect(answer.statusCode).toBe(404)
    expect(answer.body).toBe((await get(person, `/cases/${never}`)).body)
  }
})

test('a restricted case opens to a broken glass, and those who are named on it are told', async () => {
  const person = await somebody()
  const one = await aCase(db, team, { sensitivity: 'restricted' })
  await name(db, one, supervisor)
  const other = await aPerson(db, { team, role: 'supervisor' })
  await breaking(person, one.reference)
  expect((await get(person, `/cases/${one.reference}`)).statusCode).toBe(200)
  expect(await noticesOf(db, supervisor, one)).toEqual(['glass-broken'])
  expect(await noticesOf(db, other, one)).toEqual([])
})

test('a page that is not found offers to break the glass, alike for all addresses, to those who may', async () => {
  const hidden = await aCase(db, team, { sensitivity: 'sealed' })
  const person = await somebody()
  const analyst = await aPerson(db, { team: beside, role: 'analyst' })
  const pages = [hidden.reference, never, 'no-reference'].map(one => `/cases/${one}`)
  const bodies = await Promise.all(pages.map(async page => (await get(person, page)).body))
  expect(textOfPage(bodies[0]!)).toContain('If you need a case at once that you cannot see')
  expect(new Set(bodies).size).toBe(1)
  expect((await get(analyst, pages[0]!)).body).not.toContain('/break-glass')
  expect((await app.inject('/cases/x/y')).body).not.toContain('/break-glass')
})
