import { afterEach, expect, test } from 'vitest'
import { testApp } from '../../../../tests/builders/app.ts'
import { testDatabase } from '../../../../tests/builders/database.ts'
import { formOf, textOfPage } from '../../../../tests/builders/forms.ts'
import {
  aPerson,
  asOwner,
  asProgram,
  aTeam,
  type TestPerson,
} from '../../../../tests/builders/people.ts'
import {
  aCase,
  aChildOn,
  atWork,
  block,
  entriesOf,
  name,
  type TestCase,
} from '../reach/testing/at-work.ts'

const db = await testDatabase()
const { app } = await testApp(db)
const { get, post, fill } = atWork(app)

const team = await aTeam(db)
const beside = await aTeam(db, { beside: team })
const officer = () => aPerson(db, { team, role: 'investigator' })
const analyst = () => aPerson(db, { team: beside, role: 'analyst', forceWide: true })

const lasts = (minutes: number) =>
  asOwner(db, client =>
    client.query(`update platform.setting set value = $1 where name = 'purpose-lasts'`, [minutes]),
  )
await lasts(480)
afterEach(() => lasts(480))

const share = (one: TestCase, person: TestPerson) =>
  asOwner(db, async client => {
    const { rows } = await client.query<{ id: string }>(
      `insert into access.lease (kind, holder_user, until_at) values ('share', $1, now() + interval '1 day') returning id`,
      [person.id],
    )
    await client.query(
      `insert into casework.share (case_id, lease_id, legal_basis, why, shared_by)
       values ($1, $2, 'consent', 'Agreed at the meeting', $3)`,
      [one.id, rows[0]?.id, person.id],
    )
  })

const question = 'What you need it for'
const asks = async (person: TestPerson, url: string): Promise<boolean> => {
  const answer = await get(person, url)
  expect(answer.statusCode, url).toBe(200)
  const isAsked = textOfPage(answer.body).includes(question)
  expect(answer.body.includes('Missing twice in a month'), url).toBe(!isAsked)
  return isAsked
}
const at = (one: TestCase) => `/cases/${one.reference}`
const last = async (person: TestPerson) =>
  asOwner(db, async client => {
    const { rows } = await client.query<Record<string, unknown>>(
      `select verb, class, outcome, purpose, case_id, person_id, subjects, asked, allowed_by from audit.entry
       where user_id = $1 order by at desc, id limit 1`,
      [person.id],
    )
    return rows[0]
  })
/** Answers the question that stands in the place of a page, as its form says. */
const answering = async (person: TestPerson, url: string, fields: Record<string, string>) => {
  const page = (await get(person, url)).body
  const action = /<form method="post" action="([^"]*\/purpose[^"]*)"/.exec(page)?.[1] ?? 'none'
  return post(person, action.replaceAll('&amp;', '&'), { ...formOf(page), ...fields })
}

test('a case of the own team, one that names somebody, and one that they own or broke open, ask nothing', async () => {
  const person = await officer()
  const wide = await analyst()
  const named = await aCase(db, beside, { sensitivity: 'restricted' })
  await name(db, named, person)
  const inNeed = await aCase(db, beside)
  await fill(person, '/break-glass', {
    reference: inNeed.reference,
    category: 'out-of-hours cover',
    reason: 'Nobody of the team could be reached tonight',
  })
  for (const one of [await aCase(db, team), named, inNeed])
    expect(await asks(person, at(one))).toBe(false)
  expect(await asks(wide, at(await aCase(db, team, { owner: wide.id })))).toBe(false)
})

test('a case outside the caseload shows the question and nothing of the case; the answer leads to it', async () => {
  const person = await officer()
  const one = await aCase(db, beside)
  await share(one, person)
  expect(await asks(person, at(one))).toBe(true)
  expect(await last(person)).toMatchObject({
    verb: 'purpose.ask',
    class: 'consultation',
    outcome: 'done',
    case_id: one.id,
    subjects: [],
    allowed_by: 'share',
    purpose: null,
  })
  const answer = await answering(person, at(one), { purpose: 'linked-enquiry' })
  expect(answer.statusCode).toBe(303)
  expect(answer.headers.location).toBe(at(one))
  expect(await last(person)).toMatchObject({
    verb: 'purpose.give',
    case_id: one.id,
    purpose: 'linked-enquiry',
  })
  expect(await asks(person, at(one))).toBe(false)
  expect(await last(person)).toMatchObject({ verb: 'case.read', purpose: 'linked-enquiry' })
})

test('an answer holds for one case and one person, and for a shift', async () => {
  const [person, colleague] = [await analyst(), await analyst()]
  const [one, other] = [await aCase(db, team), await aCase(db, team)]
  await answering(person, at(one), { purpose: 'supervision' })
  expect(await asks(person, at(one))).toBe(false)
  expect(await asks(person, at(other))).toBe(true)
  expect(await asks(colleague, at(one))).toBe(true)
  await asOwner(db, client =>
    client.query(
      `update casework.purpose_given set given_at = given_at - interval '480 minutes' where user_id = $1`,
      [person.id],
    ),
  )
  expect(await asks(person, at(one))).toBe(true)
  await answering(person, at(one), { purpose: 'review-or-audit' })
  expect(await asks(person, at(one))).toBe(false)
})

test('the record of a person asks where none of their cases is one’s own', async () => {
  const person = await officer()
  const outside = await aCase(db, beside)
  await share(outside, person)
  const stranger = await aChildOn(db, team, outside)
  const known = await aChildOn(db, team, outside, await aCase(db, team))
  expect(await asks(person, `/people/${known}`)).toBe(false)
  expect(await asks(person, `/people/${stranger}`)).toBe(true)
  const page = (await get(person, `/people/${stranger}`)).body
  expect(page).not.toContain('Alder')
  const answer = await answering(person, `/people/${stranger}`, { purpose: 'handover-or-cover' })
  expect(answer.headers.location).toBe(`/people/${stranger}`)
  expect((await get(person, `/people/${stranger}`)).body).toContain('Alder')
  expect(await last(person)).toMatchObject({ verb: 'person.read', purpose: 'handover-or-cover' })
})

test.each(['/cases?name=Alder', '/people?name=Wren+Alder'])(
  'a search that leads outside, %s, asks once and comes back to what was searched',
  async url => {
    const area = await aTeam(db)
    const person = await aPerson(db, { team: area, role: 'investigator' })
    const own = await aCase(db, area)
    await aChildOn(db, area, own)
    expect(textOfPage((await get(person, url)).body)).not.toContain(question)
    const outside = await aCase(db, await aTeam(db, { beside: area }))
    const child = await aChildOn(db, area, outside)
    await share(outside, person)
    const shown = url.startsWith('/people') ? child : outside.reference
    const page = await get(person, url)
    expect(textOfPage(page.body)).toContain(question)
    expect(page.body).not.toContain(shown)
    expect(await last(person)).toMatchObject({ verb: 'purpose.ask', subjects: [] })
    const answer = await answering(person, url, { purpose: 'partner-request' })
    expect(answer.headers.location).toBe(url)
    expect((await get(person, url)).body).toContain(shown)
    expect(await last(person)).toMatchObject({ purpose: 'partner-request', outcome: 'done' })
    for (const other of ['/cases?name=Wren', '/people?name=Wren'])
      expect(textOfPage((await get(person, other)).body)).not.toContain(question)
  },
)

test('a search that finds nothing, or a list without a name, asks nothing', async () => {
  const person = await analyst()
  await aCase(db, team)
  for (const url of [
    '/cases',
    '/cases?type=missing+child',
    '/cases?name=Nobody',
    '/people?name=Nobody',
  ])
    expect(textOfPage((await get(person, url)).body), url).not.toContain(question)
})

test('a case that one may not see answers like one that never was, in reading, asking and answering', async () => {
  const person = await officer()
  const [hidden, sealed, blocked] = [
    await aCase(db, beside),
    await aCase(db, team, { sensitivity: 'sealed' }),
    await aCase(db, team),
  ]
  await block(db, blocked, person)
  const form = formOf((await get(person, '/break-glass')).body)
  for (const path of ['', '/purpose']) {
    const never = (await get(person, `/cases/TS-0000-0000${path}`)).body
    for (const one of [hidden, sealed, blocked]) {
      const answer = await get(person, `${at(one)}${path}`)
      expect(answer.statusCode).toBe(404)
      expect(answer.body).toBe(never)
      expect(await last(person)).toMatchObject({
        outcome: 'refused',
        asked: one.reference,
        case_id: null,
      })
    }
  }
  const sent = { _token: form['_token']!, purpose: 'supervision' }
  for (const one of [hidden, sealed, blocked])
    expect((await post(person, `${at(one)}/purpose`, sent)).statusCode).toBe(404)
  const { rows } = await asOwner(db, client =>
    client.query('select from casework.purpose_given where user_id = $1', [person.id]),
  )
  expect(rows).toEqual([])
})

test('without a purpose, or with "Other" alone, the question stays and says what is missing', async () => {
  const person = await analyst()
  const one = await aCase(db, team)
  const none = await answering(person, at(one), {})
  expect(none.statusCode).toBe(400)
  expect(textOfPage(none.body)).toContain('Choose what you need it for')
  const other = await answering(person, at(one), { purpose: 'other', words: 'Because' })
  expect(textOfPage(other.body)).toContain('Say in 10 characters or more')
  expect(other.body).toContain('value="Because"')
  expect(await asks(person, at(one))).toBe(true)
})

test('a form that was sent from elsewhere gives no purpose', async () => {
  const person = await analyst()
  const one = await aCase(db, team)
  const answer = await post(person, `${at(one)}/purpose`, { purpose: 'supervision' })
  expect(answer.statusCode).toBe(400)
  expect(await asks(person, at(one))).toBe(true)
})

test('by the setting of 0 nobody is asked anything', async () => {
  await lasts(0)
  const person = await analyst()
  const one = await aCase(db, team)
  const child = await aChildOn(db, team, one)
  for (const url of [at(one), `/people/${child}`, '/cases?name=Alder', '/people?name=Alder'])
    expect(textOfPage((await get(person, url)).body), url).not.toContain(question)
  expect((await entriesOf(db, person)).map(({ verb }) => verb)).not.toContain('purpose.ask')
})

test('programs are not asked, and nobody gets past the question with the token of their browser', async () => {
  const person = await analyst()
  const one = await aCase(db, team)
  const child = await aChildOn(db, team, one)
  const headers = await asProgram(db, person)
  const own = { authorization: `Bearer ${person.token}` }
  for (const url of [
    `/api/cases/${one.reference}`,
    `/api/people/${child}`,
    '/api/people?name=Alder',
  ]) {
    expect((await app.inject({ url, headers: own })).statusCode, url).toBe(401)
    const answer = await app.inject({ url, headers })
    expect(answer.statusCode, url).toBe(200)
    expect(answer.body, url).toContain('Wren')
    expect(answer.body).not.toContain('purpose')
  }
})

test('in a normal day of an officer at most one page in twenty asks', async () => {
  const person = await officer()
  const own = await Promise.all(Array.from({ length: 6 }, () => aCase(db, team)))
  const shared = await aCase(db, beside)
  await share(shared, person)
  await aChildOn(db, team, own[0]!)
  const day = [
    ...own.flatMap(one => [at(one), `${at(one)}/edit`, at(one), '/cases', '/inbox']),
    ...['/cases?name=Alder', '/people?name=Wren'],
    ...Array.from({ length: 8 }, () => at(shared)),
  ]
  let asked = 0
  for (const url of day) {
    if (!textOfPage((await get(person, url)).body).includes(question)) continue
    asked += 1
    await answering(person, url, { purpose: 'linked-enquiry' })
  }
  expect(asked).toBe(1)
  expect(asked / day.length).toBeLessThanOrEqual(1 / 20)
})
