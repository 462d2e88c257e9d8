import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/builders/app.ts'
import { testDatabase } from '../../../../tests/builders/database.ts'
import { formOf, textOfPage } from '../../../../tests/builders/forms.ts'
import { aPerson, asOwner, aTeam, type TestPerson } from '../../../../tests/builders/people.ts'
import type { TestPersona } from '../../../../tests/builders/app.ts'
import {
  aCase,
  atWork,
  entriesOf,
  name,
  noticesOf,
  type TestCase,
} from '../reach/testing/at-work.ts'

const db = await testDatabase()
const { app } = await testApp(db)
const { get, post, fill } = atWork(app)

const team = await aTeam(db)
const [asker, second, third] = [
  await aPerson(db, { team, role: 'supervisor' }),
  await aPerson(db, { team, role: 'supervisor' }),
  await aPerson(db, { team, role: 'supervisor' }),
]
const investigator = await aPerson(db, { team, role: 'investigator' })
const partner = await aPerson(db, {
  team: await aTeam(db, { beside: team, agency: 'new' }),
  role: 'practitioner',
})

const ask = (one: TestCase, person: TestPerson = asker) =>
  fill(person, `/cases/${one.reference}/seal`, { why: 'A colleague is a suspect' })
const decide = (one: TestCase, person: TestPerson, decision: 'agree' | 'refuse') =>
  fill(person, `/cases/${one.reference}/seal/decision`, { decision })

test('two supervisors seal a case: shares and broken glass end, and others see nothing of it', async () => {
  const one = await aCase(db, team)
  const at = `/cases/${one.reference}`
  await fill(investigator, `${at}/shares/new`, {
    to: `agency ${partner.team.agencyId}`,
    days: '3',
    basis: 'consent',
    why: 'They meet the child each week',
  })
  const breaker = await aPerson(db, { team: partner.team, role: 'practitioner' })
  expect((await get(breaker, at)).statusCode).toBe(200)
  expect(textOfPage((await get(asker, `${at}/seal`)).body)).toContain('ends at once')
  expect((await ask(one)).statusCode).toBe(303)
  for (const other of [second, third])
    expect(await noticesOf(db, other, one)).toContain('seal-asked')
  expect((await decide(one, second, 'agree')).statusCode).toBe(303)
  expect(await noticesOf(db, asker, one)).toContain('seal-decided')
  for (const inside of [asker, second]) expect((await get(inside, at)).statusCode).toBe(200)
  for (const outside of [third, investigator, partner, breaker]) {
    const answer = await get(outside, at)
    expect(answer.statusCode).toBe(404)
    expect(answer.body).toBe((await get(outside, '/cases/TS-0000-0000')).body)
  }
  const live = await asOwner(db, client =>
    client.query(
      `select from casework.share s join access.lease l on l.id = s.lease_id where s.case_id = $1 and l.ended_at is null`,
      [one.id],
    ),
  )
  expect(live.rowCount).toBe(0)
})

test('whoever asked cannot decide, on the page or past it', async () => {
  const one = await aCase(db, team)
  const url = `/cases/${one.reference}/seal/decision`
  await ask(one)
  const own = await get(asker, url)
  expect(textOfPage(own.body)).toContain('another supervisor who may change the case must decide')
  const form = formOf((await get(second, url)).body)
  const token = formOf((await get(asker, `/cases/${one.reference}/edit`)).body)['_token']!
  const answer = await post(asker, url, { ...form, _token: token, decision: 'agree' })
  expect(textOfPage(answer.body)).toContain('You asked this yourself')
  expect((await get(third, `/cases/${one.reference}`)).statusCode).toBe(200)
})

test('a supervisor who was asked and is left outside has no trace of it in the inbox', async () => {
  const one = await aCase(db, team)
  await ask(one)
  const asked = 'A second supervisor is asked to decide'
  expect(textOfPage((await get(third, '/inbox')).body)).toContain(
    `${asked} whether case ${one.reference}`,
  )
  await decide(one, second, 'agree')
  const inbox = (await get(third, '/inbox')).body
  expect(inbox).not.toContain(one.reference)
  expect(textOfPage(inbox)).not.toContain('a case that you do not see')
})

test('a refusal leaves everything as it was, and somebody may ask again', async () => {
  const one = await aCase(db, team)
  await ask(one)
  expect(textOfPage((await ask(one, third)).body)).toContain('has asked already')
  await decide(one, second, 'refuse')
  expect((await get(investigator, `/cases/${one.reference}`)).statusCode).toBe(200)
  expect(textOfPage((await get(asker, `/cases/${one.reference}/seal/decision`)).body)).toContain(
    `${second.name} did not agree`,
  )
  expect((await ask(one)).statusCode).toBe(303)
})

test('two supervisors who decide one request at once: one does, the other is told or sees nothing', async () => {
  for (const [mine, theirs] of [
    ['agree', 'refuse'],
    ['agree', 'agree'],
    ['refuse', 'refuse'],
  ] as const) {
    const one = await aCase(db, team)
    await ask(one)
    const url = `/cases/${one.reference}/seal/decision`
    const forms = [formOf((await get(second, url)).body), formOf((await get(third, url)).body)]
    const answers = await Promise.all([
      post(second, url, { ...forms[0], decision: mine }),
      post(third, url, { ...forms[1], decision: theirs }),
    ])
    const codes = answers.map(({ statusCode }) => statusCode).sort((a, b) => a - b)
    expect([
      [303, 400],
      [303, 404],
    ]).toContainEqual(codes)
    const late = answers.find(({ statusCode }) => statusCode === 400)
    if (late !== undefined) expect(textOfPage(late.body)).toContain('decided this a moment ago')
    const kept = await asOwner(db, client =>
      client.query<{ agreed: boolean; sensitivity: string }>(
        `select r.agreed, c.sensitivity from casework.seal_request r join casework.case c on c.id = r.case_id where c.id = $1`,
        [one.id],
      ),
    )
    expect(kept.rows).toHaveLength(1)
    expect(kept.rows[0]!.sensitivity).toBe(kept.rows[0]!.agreed ? 'sealed' : 'ordinary')
    expect((await noticesOf(db, asker, one)).filter(kind => kind === 'seal-decided')).toHaveLength(
      1,
    )
  }
})

test('a sealed case is shared with nobody and opens again with two', async () => {
  const one = await aCase(db, team, { sensitivity: 'sealed' })
  const at = `/cases/${one.reference}`
  for (const person of [asker, second]) await name(db, one, person)
  for (const page of ['shares/new', 'sensitivity'])
    expect((await get(asker, `${at}/${page}`)).statusCode).toBe(404)
  const asked = await fill(asker, `${at}/seal`, {
    wanted: 'ordinary',
    why: 'The colleague has left',
  })
  expect(asked.statusCode).toBe(303)
  await decide(one, second, 'agree')
  expect((await get(investigator, at)).statusCode).toBe(200)
})

test('sealing needs a second factor shown just now, asked alike for every address, and keeps the words', async () => {
  const one = await aCase(db, team)
  const hidden = await aCase(db, team, { sensitivity: 'sealed' })
  const late = await aPerson(db, { team, role: 'supervisor' })
  const form = formOf((await get(late, `/cases/${one.reference}/seal`)).body)
  await proven(late, '6 minutes')
  for (const { reference } of [one, hidden, { reference: 'TS-0000-0000' }]) {
    const answer = await get(late, `/cases/${reference}/seal`)
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toBe(
      `/account/proof?next=${encodeURIComponent(`/cases/${reference}/seal`)}`,
    )
  }
  const sent = await post(late, `/cases/${one.reference}/seal`, { ...form, why: 'My long reason' })
  expect(sent.statusCode).toBe(303)
  expect(await noticesOf(db, second, one)).toEqual([])
  await proven(late, '0 minutes')
  expect((await get(late, `/cases/${one.reference}/seal`)).body).toContain('My long reason')
  expect((await entriesOf(db, late)).map(({ verb }) => verb)).not.toContain('case.seal')
})

test('in the demonstration, where nobody has a second factor, none is asked for', async () => {
  const persona = { code: 'supervisor', userId: asker.id } as TestPersona
  const { app: demonstration } = await testApp(db, [persona])
  const one = await aCase(db, team)
  const late = await aPerson(db, { team, role: 'supervisor' })
  await proven(late, '6 minutes')
  const page = await atWork(demonstration).get(late, `/cases/${one.reference}/seal`)
  expect(page.statusCode).toBe(200)
})

const proven = (person: TestPerson, ago: string) =>
  asOwner(db, client =>
    client.query('update access.session set proven_at = now() - $2::interval where user_id = $1', [
      person.id,
      ago,
    ]),
  )

test('a supervisor who sees a sealed case from the team sees no page of it', async () => {
  const one = await aCase(db, team, { sensitivity: 'sealed' })
  for (const page of ['', '/team', '/named', '/seal', '/seal/decision', '/blocks/new']) {
    const answer = await get(third, `/cases/${one.reference}${page}`)
    expect(answer.statusCode, page).toBe(404)
    expect(answer.body).toBe((await get(third, `/cases/TS-0000-0000${page}`)).body)
  }
  expect((await get(third, '/cases')).body).not.toContain(one.reference)
})
