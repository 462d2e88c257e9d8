/** Ways to learn of a case that one may not see, each tried and found shut. */
import { setTimeout as pause } from 'node:timers/promises'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/builders/app.ts'
import { inRollback, testDatabase } from '../../../../tests/builders/database.ts'
import { formOf, textOfPage } from '../../../../tests/builders/forms.ts'
import { aPerson, asOwner, aTeam, type TestPerson } from '../../../../tests/builders/people.ts'
import { breakGlass } from '../glass/queries.ts'
import { aCase, atWork, block, entriesOf, name, type TestCase } from './testing/at-work.ts'

const db = await testDatabase()
const { app } = await testApp(db)
const { get, post, fill } = atWork(app)

const team = await aTeam(db)
const supervisor = await aPerson(db, { team, role: 'supervisor' })
const other = await aPerson(db, { team: await aTeam(db, { beside: team }), role: 'supervisor' })
const outsider = await aPerson(db, {
  team: await aTeam(db, { beside: team, agency: 'new' }),
  role: 'practitioner',
})
const never = 'TS-0000-0000'

const idOf = (text: string, one: TestCase) =>
  asOwner(db, async client => (await client.query<{ id: string }>(text, [one.id])).rows[0]!.id)

/** A case with a share, a block, a named person and a request, of the team. */
async function aBusyCase(
  by = supervisor,
): Promise<TestCase & Record<'share' | 'block' | 'seal', string>> {
  const one = await aCase(db, by.team)
  const at = `/cases/${one.reference}`
  await fill(by, `${at}/shares/new?find=${outsider.name.slice(5)}`, {
    to: `person ${outsider.id}`,
    days: '3',
    basis: 'consent',
    why: 'They meet the child each week',
  })
  await block(db, one, await aPerson(db, { team: outsider.team, role: 'practitioner' }))
  await fill(by, `${at}/seal`, { why: 'A colleague is a suspect' })
  return {
    ...one,
    share: await idOf('select id from casework.share where case_id = $1', one),
    block: await idOf('select id from casework.block where case_id = $1', one),
    seal: await idOf('select id from casework.seal_request where case_id = $1', one),
  }
}

test('a form sent whole for a hidden case is answered and logged like one for no case', async () => {
  const [sealed, blocked] = [
    await aCase(db, other.team, { sensitivity: 'sealed' }),
    await aCase(db, other.team),
  ]
  await block(db, blocked, other)
  const { _token = '' } = formOf((await get(other, '/cases/new')).body)
  const whole: Record<string, Record<string, string>> = {
    edit: { type: 'missing child', summary: 'Words', opened: '2026-11-02', closed: '' },
    team: { team: `${team.name}, Agency of ${other.team.name}` },
    sensitivity: { sensitivity: 'restricted' },
    named: { colleague: outsider.id },
    'shares/new': {
      to: `person ${outsider.id}`,
      days: '3',
      basis: 'consent',
      why: 'They meet the child',
    },
    'blocks/new': { colleague: outsider.id, from: 'case', why: 'Related to a suspect' },
    seal: { wanted: 'sealed', why: 'A colleague is a suspect' },
    'seal/decision': { request: randomUUID(), decision: 'agree' },
  }
  for (const [page, fields] of Object.entries(whole)) {
    const answers = []
    for (const reference of [never, sealed.reference, blocked.reference]) {
      const sent = { _token, _key: randomUUID(), _version: '1', ...fields }
      const answer = await post(other, `/cases/${reference}/${page}`, sent)
      const { date: _, ...headers } = answer.headers
      const [entry] = await entriesOf(db, other)
      expect(entry).toMatchObject({ outcome: 'refused', asked: reference })
      answers.push({ ...entry, asked: null, status: answer.statusCode, headers, body: answer.body })
    }
    expect(answers[0], page).toMatchObject({ status: 404 })
    for (const answer of answers) expect(answer, page).toEqual(answers[0])
  }
})

test('the page of a sealed and of a blocked case takes as long to refuse as none', async () => {
  const [sealed, blocked] = [
    await aCase(db, other.team, { sensitivity: 'sealed' }),
    await aCase(db, other.team),
  ]
  await block(db, blocked, other)
  const took: Record<string, number[]> = {
    [sealed.reference]: [],
    [blocked.reference]: [],
    [never]: [],
  }
  for (let round = 0; round < 200; round += 1)
    for (const [reference, times] of Object.entries(took)) {
      const began = performance.now()
      await get(other, `/cases/${reference}/named`)
      times.push(performance.now() - began)
    }
  const medians = Object.values(took).map(times => times.sort((a, b) => a - b)[100]!)
  expect(Math.max(...medians) - Math.min(...medians)).toBeLessThan(2)
})

test('a row of a hidden case below the address of one’s own is the same as no row', async () => {
  const hidden = await aBusyCase()
  const own = await aBusyCase(other)
  const at = `/cases/${own.reference}`
  await name(db, own, outsider)
  expect((await get(other, `${at}/shares/${own.share}/end`)).statusCode).toBe(200)
  for (const [page, id] of [
    ['shares', hidden.share],
    ['blocks', hidden.block],
    ['named', supervisor.id],
  ]) {
    const answer = await get(other, `${at}/${page!}/${id!}/end`)
    const absent = await get(other, `${at}/${page!}/${randomUUID()}/end`)
    expect(answer.statusCode).toBe(404)
    expect(answer.body).toBe(absent.body)
    for (const odd of ['x', '%27', '00000000-0000-4000-8000-00000000000g'])
      expect((await get(other, `${at}/${page!}/${odd}/end`)).statusCode).toBe(404)
  }
})

test('a request to seal a hidden case cannot be decided through one’s own', async () => {
  const hidden = await aBusyCase()
  const own = await aCase(db, other.team)
  const beside = await aPerson(db, { team: other.team, role: 'supervisor' })
  await fill(beside, `/cases/${own.reference}/seal`, { why: 'A colleague is a suspect' })
  const url = `/cases/${own.reference}/seal/decision`
  const said = []
  for (const request of [hidden.seal, randomUUID()]) {
    const answer = await fill(other, url, { request, decision: 'agree' })
    said.push(answer.statusCode, textOfPage(answer.body).includes('Another request was made'))
  }
  expect(said).toEqual([400, true, 400, true])
})

test('a colleague of another partnership is the same as nobody', async () => {
  const one = await aCase(db, team)
  const stranger = await aPerson(db, { team: await aTeam(db), role: 'investigator' })
  const url = `/cases/${one.reference}/named?find=Test`
  const form = formOf((await get(supervisor, url)).body)
  for (const colleague of [stranger.id, randomUUID()]) {
    const answer = await post(supervisor, url, { ...form, colleague })
    expect(textOfPage(answer.body)).toContain('Find a colleague and choose one from the list')
  }
  const found = await get(supervisor, `${url.split('?')[0]!}?find=${stranger.name.slice(5)}`)
  expect(textOfPage(found.body)).toContain('Nobody who works on cases has this name')
})

test('breaking the glass takes as long for a sealed and a blocked case as for none', async () => {
  const person = await aPerson(db, { team: other.team, role: 'investigator' })
  const [sealed, blocked] = [
    await aCase(db, team, { sensitivity: 'sealed' }),
    await aCase(db, team),
  ]
  await block(db, blocked, person)
  const took: Record<string, number[]> = {
    [sealed.reference]: [],
    [blocked.reference]: [],
    [never]: [],
  }
  await inRollback(db, person.actor, async tx => {
    const form = { category: 'out-of-hours cover', reason: 'Nobody else could be reached' } as const
    for (let round = 0; round < 400; round += 1)
      for (const [reference, times] of Object.entries(took)) {
        const began = performance.now()
        expect(await breakGlass(tx, { reference, ...form }, '2026-11-26')).toBeNull()
        times.push(performance.now() - began)
      }
  })
  const medians = Object.values(took).map(times => times.sort((a, b) => a - b)[200]!)
  expect(Math.max(...medians) - Math.min(...medians)).toBeLessThan(2)
})

test('nobody can feel by waiting that somebody is at work on a sealed or blocked case', async () => {
  const person = await aPerson(db, { team: other.team, role: 'investigator' })
  const sealed = await aCase(db, team, { sensitivity: 'sealed' })
  const blocked = await aCase(db, team)
  await block(db, blocked, person)
  const held = Promise.withResolvers<undefined>()
  const released = Promise.withResolvers<undefined>()
  const working = asOwner(db, async client => {
    await client.query('begin')
    await client.query('select from casework.case where id = any ($1) for update', [
      [sealed.id, blocked.id],
    ])
    held.resolve(undefined)
    await released.promise
    await client.query('rollback')
  })
  await held.promise
  for (const { reference } of [sealed, blocked]) {
    const answer = fill(person, '/break-glass', {
      reference,
      category: 'out-of-hours cover',
      reason: `Nobody of the team could be reached ${reference}`,
    })
    expect(await Promise.race([answer.then(() => 'answered'), pause(2000, 'waits')])).toBe(
      'answered',
    )
  }
  released.resolve(undefined)
  await working
})

test('an inbox names a case only while its reader may see it', async () => {
  const breaker = await aPerson(db, { team: other.team, role: 'investigator' })
  const one = await aCase(db, team)
  await fill(breaker, '/break-glass', {
    reference: one.reference,
    category: 'out-of-hours cover',
    reason: 'Nobody of the team could be reached tonight',
  })
  const inbox = async (person: TestPerson) => textOfPage((await get(person, '/inbox')).body)
  expect(await inbox(supervisor)).toContain(
    `${breaker.name} broke the glass on case ${one.reference}`,
  )
  await name(db, one, other)
  await asOwner(db, client =>
    client.query(`update casework.case set sensitivity = 'sealed' where id = $1`, [one.id]),
  )
  const after = await inbox(supervisor)
  expect(after).not.toContain(one.reference)
  expect(after).not.toContain('broke the glass')
  expect(after).not.toContain('not seen yet')
})

test('nobody marks or reads the notices of another', async () => {
  const one = await aCase(db, team)
  const breaker = await aPerson(db, { team: other.team, role: 'investigator' })
  await fill(breaker, '/break-glass', {
    reference: one.reference,
    category: 'out-of-hours cover',
    reason: 'The team is at a briefing just now',
  })
  const notice = await idOf('select id from casework.notice where case_id = $1', one)
  expect((await fill(other, '/inbox', { notice })).statusCode).toBe(303)
  expect(await isUnseen(notice)).toBe(true)
  expect((await fill(supervisor, '/inbox', { notice })).statusCode).toBe(303)
  expect(await isUnseen(notice)).toBe(false)
})

const isUnseen = (notice: string) =>
  asOwner(db, async client => {
    const text = 'select from casework.notice where id = $1 and seen_at is null'
    return (await client.query(text, [notice])).rowCount === 1
  })

test('a draft for a hidden case is kept and shown no otherwise than one for no case', async () => {
  const hidden = await aCase(db, team, { sensitivity: 'sealed' })
  const { _token } = formOf((await get(other, '/cases/new')).body) as { _token: string }
  const answers = []
  for (const { reference } of [hidden, { reference: never }]) {
    const place = `/cases/${reference}/edit`
    const answer = await app.inject({
      method: 'POST',
      url: '/drafts',
      headers: { cookie: `turnstone=${other.token}`, 'x-form-token': _token },
      payload: { place, fields: { summary: 'Words' } },
    })
    expect(answer.statusCode).toBe(204)
    answers.push([answer.statusCode, answer.body.replaceAll(reference, '')])
    expect((await get(other, place)).statusCode).toBe(404)
  }
  expect(answers[1]).toEqual(answers[0])
})

test('no function of the database that the application may call tells a hidden case from none', async () => {
  const hidden = await aCase(db, team, { sensitivity: 'sealed' })
  const blockedOne = await aCase(db, other.team)
  await block(db, blockedOne, other)
  const calls = (id: string) => [
    sql`select casework.may_read(${id}) as said`,
    sql`select casework.may_change(${id}) as said`,
    sql`select casework.assign_team(${id}, ${other.team.id}, 1) as said`,
    sql`select casework.set_sensitivity(${id}, 'restricted', 1) as said`,
    sql`select casework.ask_seal(${id}, 'sealed', 'A good reason for it') as said`,
    sql`select casework.share_case(${id}, ${outsider.id}, null, now() + interval '1 day', 'consent', 'A good reason') as said`,
    sql`select casework.share_case(${id}, null, ${outsider.team.agencyId}, now() + interval '1 day', 'consent', 'A good reason') as said`,
  ]
  const said = async (id: string) =>
    inRollback(db, other.actor, async tx => {
      const answers = []
      for (const call of calls(id)) answers.push((await call.execute(tx)).rows[0])
      return answers
    })
  const none = await said(randomUUID())
  expect(await said(hidden.id)).toEqual(none)
  expect(await said(blockedOne.id)).toEqual(none)
})
