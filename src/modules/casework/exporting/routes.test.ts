import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { testApp, type TestPersona } from '../../../../tests/builders/app.ts'
import { testDatabase } from '../../../../tests/builders/database.ts'
import { formOf, textOfPage } from '../../../../tests/builders/forms.ts'
import { aPerson, aTeam } from '../../../../tests/builders/people.ts'
import { aCase, aChildOn, atWork, entriesOf } from '../reach/testing/at-work.ts'
import { byText, exporting, read, twoLines, why } from './testing/at-work.ts'

const db = await testDatabase()
const { app } = await testApp(db)
const { get, post, fill, ask, decide, take, agreed, set, rows } = exporting(app, db)

test('a supervisor asks, one outside the line agrees, and the asker takes the file: each is on record', async () => {
  const { team, asker, second } = await twoLines(db)
  const [one, other] = [await aCase(db, team), await aCase(db, team)]
  await aChildOn(db, team, one)
  const page = textOfPage((await get(asker, '/exports/new?state=open')).body)
  expect(page).toContain('2 cases')
  expect(page).toContain('reference, type, summary, team, state, opened on, children at risk')
  expect(page).toContain(`One of these must agree: ${second.name}`)
  const id = await ask(asker)
  expect((await entriesOf(db, asker))[0]).toMatchObject({
    verb: 'export.ask',
    class: 'alteration',
    codes: [`export-${id}`, 'cases-2'],
  })
  expect(textOfPage((await get(second, '/inbox')).body)).toContain('whether cases leave as a file')
  expect((await decide(second, id)).headers.location).toBe(`/exports/${id}`)
  expect((await entriesOf(db, second))[0]).toMatchObject({
    verb: 'export.decide',
    class: 'alteration',
    codes: [`export-${id}`, 'agreed'],
  })
  expect((await get(asker, '/inbox')).body).toContain(`href="/exports/${id}"`)
  const file = await take(asker, id)
  expect(file.statusCode).toBe(200)
  expect(file.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="cases-2026-11-23.csv"',
    'cache-control': 'no-store',
  })
  const { said, titles, cases } = read(file.body)
  expect(said).toMatchObject({ Why: why, Cases: '2 cases', Request: id })
  expect(said['Taken by']).toContain(asker.name)
  expect(said['Agreed by']).toContain(second.name)
  expect(cases.map(({ reference }) => reference).toSorted(byText)).toEqual(
    [one.reference, other.reference].toSorted(byText),
  )
  expect(cases.find(({ reference }) => reference === one.reference)).toMatchObject({
    'children at risk': '1',
    suspects: '0',
    team: team.name,
  })
  expect(titles).toHaveLength(13)
  expect(file.body).not.toMatch(/Wren|Alder/)
  const digest = createHash('sha256').update(file.rawPayload).digest('hex')
  const [entry] = await entriesOf(db, asker)
  expect(entry).toMatchObject({
    verb: 'export.download',
    class: 'disclosure',
    recipient: asker.id,
    codes: [`export-${id}`, 'rows-2', `sha256-${digest}`],
  })
  expect((entry?.['subjects'] as string[]).toSorted(byText)).toEqual(
    [one.id, other.id].toSorted(byText),
  )
  expect((await get(asker, `/exports/${id}`)).body).toContain(digest)
})

test('all 500 cases of the largest file are in its entry', async () => {
  const { team, asker, second } = await twoLines(db)
  await rows(
    `insert into casework.case (reference, area_id, team_id, type, summary, opened_on)
     select 'TS-' || lpad(n::text, 4, '0') || '-BULK', $1, $2, 'missing child', '=cmd|calc', '2026-11-02'
     from generate_series(1, 501) n`,
    team.areaId,
    team.id,
  )
  expect(textOfPage((await get(asker, '/exports/new')).body)).toContain('More than 500')
  await rows(`delete from casework.case where reference = 'TS-0501-BULK'`)
  const id = await agreed(asker, second)
  const file = await take(asker, id)
  const { cases } = read(file.body)
  expect(cases).toHaveLength(500)
  expect(cases[0]?.['summary']).toBe("'=cmd|calc")
  const [entry] = await entriesOf(db, asker)
  expect(new Set(entry?.['subjects'] as string[]).size).toBe(500)
  expect((await take(asker, id)).statusCode).toBe(200)
  const third = await take(asker, id)
  expect(third.statusCode).toBe(400)
  expect(textOfPage(third.body)).toContain(
    'would hold 500 cases, and you may take out 0 more cases',
  )
  expect((await entriesOf(db, asker))[0]).toMatchObject({
    verb: 'export.download',
    outcome: 'refused',
    asked: id,
    subjects: [],
  })
})

test('a new case of one too many is left out, and the file says that there are more', async () => {
  const { team, asker, second } = await twoLines(db)
  await aCase(db, team)
  const id = await agreed(asker, second)
  await aCase(db, team)
  await set('export-rows', 1)
  const file = read((await take(asker, id)).body)
  await set('export-rows', 500)
  expect(file.said['Cases']).toBe('1 case, the newest of more')
  expect(file.cases).toHaveLength(1)
})

test('a file is taken three times, and not once the hours are over', async () => {
  const { team, asker, second } = await twoLines(db)
  await aCase(db, team)
  const id = await agreed(asker, second)
  for (let n = 0; n < 3; n += 1) expect((await take(asker, id)).statusCode).toBe(200)
  const form = { _token: formOf((await get(asker, '/exports/new')).body)['_token'] ?? '' }
  const fourth = await post(asker, `/exports/${id}/file`, form)
  expect(textOfPage(fourth.body)).toContain('taken 3 times, as often as it may')
  const other = await agreed(asker, second)
  await rows(
    `update casework.export_request set decided_at = now() - interval '2 days', until_at = now() - interval '1 day' where id = $1`,
    other,
  )
  const late = await post(asker, `/exports/${other}/file`, form)
  expect(late.statusCode).toBe(400)
  expect(textOfPage(late.body)).toContain('could be taken for 24 hours')
})

test('nobody takes what nobody agreed to, or what somebody declined', async () => {
  const { team, asker, second } = await twoLines(db)
  await aCase(db, team)
  const id = await ask(asker)
  const form = { _token: formOf((await get(asker, '/exports/new')).body)['_token'] ?? '' }
  const early = await post(asker, `/exports/${id}/file`, form)
  expect(textOfPage(early.body)).toContain('Nobody has agreed to this')
  const short = await decide(second, id, { decision: 'decline', reason: 'No' })
  expect(short.statusCode).toBe(400)
  expect(formOf(short.body)['reason']).toBe('No')
  await decide(second, id, { decision: 'decline', reason: 'The team lead has this list already' })
  const page = textOfPage((await get(asker, `/exports/${id}`)).body)
  expect(page).toContain(`Declined by ${second.name}`)
  expect(page).toContain('The team lead has this list already')
  const late = await post(asker, `/exports/${id}/file`, form)
  expect(textOfPage(late.body)).toContain('Nobody has agreed to this')
})

test('a request that nobody decided for a week has lapsed', async () => {
  const { team, asker, second } = await twoLines(db)
  await aCase(db, team)
  const id = await ask(asker)
  const form = formOf((await get(second, `/exports/${id}/decision`)).body)
  await rows(
    `update casework.export_request set asked_at = now() - interval '8 days', lapses_at = now() - interval '1 day' where id = $1`,
    id,
  )
  expect(textOfPage((await get(asker, `/exports/${id}`)).body)).toContain('Lapsed')
  const late = await post(second, `/exports/${id}/decision`, { ...form, decision: 'agree' })
  expect(late.statusCode).toBe(404)
  expect((await get(second, '/inbox')).body).not.toContain(id)
})

test('what is wrong is said at its field, and what was typed stays', async () => {
  const { team, asker } = await twoLines(db)
  const one = await aCase(db, team)
  const form = formOf((await get(asker, '/exports/new')).body)
  await rows(`update casework.case set closed_on = '2026-11-20' where id = $1`, one.id)
  const empty = await post(asker, '/exports/new', { ...form, purpose: 'team-review', why })
  expect(empty.statusCode).toBe(400)
  expect(textOfPage(empty.body)).toContain('No case fits now')
  expect(formOf(empty.body)).toMatchObject({ why })
  await aCase(db, team)
  const short = await fill(asker, '/exports/new?type=missing+child', { why: 'Need it' })
  expect(short.statusCode).toBe(400)
  expect(textOfPage(short.body)).toContain('Choose what the file is for')
  expect(formOf(short.body)).toMatchObject({ why: 'Need it', type: 'missing child' })
  const unknown = await get(asker, '/exports/new?type=nothing')
  expect(textOfPage(unknown.body)).toContain('Choose a type from the list')
})

test('where no supervisor of the agency is outside the line, nobody can be asked', async () => {
  const team = await aTeam(db)
  const asker = await aPerson(db, { team, role: 'supervisor' })
  await aPerson(db, { team, role: 'supervisor' })
  const elsewhere = await aTeam(db, { beside: team, agency: 'new' })
  await aPerson(db, { team: elsewhere, role: 'supervisor' })
  await aCase(db, team)
  const answer = await fill(asker, '/exports/new', { purpose: 'team-review', why })
  expect(answer.statusCode).toBe(400)
  expect(textOfPage(answer.body)).toContain('Nobody can agree just now')
})

test('without a second factor shown just now nothing is asked, decided or taken, and nothing is lost', async () => {
  const { team, asker, second } = await twoLines(db)
  await aCase(db, team)
  const form = formOf((await get(asker, '/exports/new?type=missing+child')).body)
  const id = await agreed(asker, second)
  const file = formOf((await get(asker, `/exports/${id}`)).body)
  const proven = (ago: string) =>
    rows(`update access.session set proven_at = now() - $1::interval`, ago)
  await proven('6 minutes')
  const page = await get(asker, '/exports/new?type=missing+child')
  expect(page.headers.location).toBe('/account/proof?next=%2Fexports%2Fnew')
  await proven('0 minutes')
  expect(formOf((await get(asker, '/exports/new')).body)).toMatchObject({ type: 'missing child' })
  await proven('6 minutes')
  const sent = await post(asker, '/exports/new', { ...form, why: 'My long and good reason' })
  expect(sent.headers.location).toBe('/account/proof?next=%2Fexports%2Fnew')
  expect((await get(second, `/exports/${id}/decision`)).statusCode).toBe(303)
  const taken = await post(asker, `/exports/${id}/file`, file)
  expect(taken.headers.location).toBe(`/account/proof?next=${encodeURIComponent(`/exports/${id}`)}`)
  await proven('0 minutes')
  expect(formOf((await get(asker, '/exports/new')).body)).toMatchObject({
    why: 'My long and good reason',
    type: 'missing child',
  })
  const downloads = await rows('select from casework.export_download where request_id = $1', id)
  expect(downloads).toEqual([])
})

test('in the demonstration, where nobody has a second factor, none is asked for', async () => {
  const { team, asker } = await twoLines(db)
  await aCase(db, team)
  await rows(
    `update access.session set proven_at = now() - interval '1 hour' where user_id = $1`,
    asker.id,
  )
  const persona = { code: 'supervisor', userId: asker.id } as TestPersona
  const { app: demonstration } = await testApp(db, [persona])
  expect((await atWork(demonstration).get(asker, '/exports/new')).statusCode).toBe(200)
})

test('a second person is never told how many cases left, nor looks at a request unrecorded', async () => {
  const { team, asker, second } = await twoLines(db)
  for (let n = 0; n < 7; n += 1) await aCase(db, team)
  const id = await ask(asker)
  await get(second, `/exports/${id}/decision`)
  expect((await entriesOf(db, second))[0]).toMatchObject({
    verb: 'export.weigh',
    class: 'consultation',
    codes: [`export-${id}`],
  })
  await decide(second, id)
  await take(asker, id)
  const [request, register] = [`/exports/${id}`, '/exports'] as const
  expect(textOfPage((await get(asker, register)).body)).toContain('1 time, 7 cases at most')
  expect(textOfPage((await get(second, register)).body)).not.toContain('7 cases')
  const page = (await get(second, request)).body
  expect(textOfPage(page)).toContain('10 or fewer')
  expect(page).not.toMatch(/>\s*7\s*</)
  expect((await get(asker, request)).body).toMatch(/>\s*7\s*</)
})

test('a form from elsewhere takes nothing out', async () => {
  const { team, asker, second } = await twoLines(db)
  await aCase(db, team)
  const id = await agreed(asker, second)
  const answer = await post(asker, `/exports/${id}/file`, { _token: 'guessed' })
  expect(answer.statusCode).toBe(400)
  expect((await entriesOf(db, asker))[0]).toMatchObject({ verb: 'export.read' })
})

test('the list of cases leads to the export of the same cases, for those who may', async () => {
  const { team, asker } = await twoLines(db)
  await aCase(db, team)
  const list = (await get(asker, '/cases?type=missing+child')).body
  const href = /href="(\/exports\/new\?[^"]*)"/.exec(list)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect(formOf((await get(asker, href)).body)).toMatchObject({ type: 'missing child' })
  const officer = await aPerson(db, { team, role: 'investigator' })
  expect((await get(officer, '/cases')).body).not.toContain('/exports')
  expect((await get(officer, href)).statusCode).toBe(404)
})
