/** What is in a file, and who sees the request for one. */
import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/builders/app.ts'
import { testDatabase } from '../../../../tests/builders/database.ts'
import { textOfPage } from '../../../../tests/builders/forms.ts'
import { aPerson, asOwner, aTeam, type TestPerson } from '../../../../tests/builders/people.ts'
import { aCase, aChildOn, block, entriesOf, name, type TestCase } from '../reach/testing/at-work.ts'
import { byText, exporting, read, twoLines } from './testing/at-work.ts'

const db = await testDatabase()
const { app } = await testApp(db)
const { get, post, ask, decide, take, agreed, rows } = exporting(app, db)

/** Gives one person a case for a day, by a share or by broken glass. */
const lend = (one: TestCase, person: TestPerson, kind: 'share' | 'break-glass') =>
  asOwner(db, async client => {
    const { rows: made } = await client.query<{ id: string }>(
      `insert into access.lease (kind, holder_user, until_at) values ($1, $2, now() + interval '1 hour') returning id`,
      [kind, person.id],
    )
    const [lease] = made.map(({ id }) => id)
    const insert =
      kind === 'share'
        ? `insert into casework.share (case_id, lease_id, legal_basis, why, shared_by) values ($1, $2, 'consent', 'A good reason', $3)`
        : `insert into casework.glass (case_id, lease_id, category, reason, review_by, user_id)
           values ($1, $2, 'out-of-hours cover', 'A reason of twenty characters', '2026-11-26', $3)`
    await client.query(insert, [one.id, lease, person.id])
  })

const referencesIn = (file: string) => read(file).cases.map(({ reference }) => reference)

test('ordinary cases by posting and by name are in a file; restricted, sealed, lent and blocked ones are not', async () => {
  const { team, beside, asker, second } = await twoLines(db)
  const cases = {
    own: await aCase(db, team),
    named: await aCase(db, beside),
    restricted: await aCase(db, team, { sensitivity: 'restricted' }),
    sealed: await aCase(db, team, { sensitivity: 'sealed' }),
    shared: await aCase(db, beside),
    glass: await aCase(db, beside),
    blocked: await aCase(db, team),
    theirs: await aCase(db, beside),
  }
  for (const one of [cases.named, cases.restricted, cases.sealed]) await name(db, one, asker)
  await lend(cases.shared, asker, 'share')
  await lend(cases.glass, asker, 'break-glass')
  await block(db, cases.blocked, asker)
  const list = (await get(asker, '/cases')).body
  for (const one of [cases.shared, cases.glass, cases.sealed]) expect(list).toContain(one.reference)
  expect(textOfPage((await get(asker, '/exports/new')).body)).toContain('Cases 2 cases')
  const ordinary = await take(asker, await agreed(asker, second))
  expect(referencesIn(ordinary.body).toSorted(byText)).toEqual(
    [cases.own.reference, cases.named.reference].toSorted(byText),
  )
  const id = await agreed(asker, second, 'sensitivity=restricted')
  expect(referencesIn((await take(asker, id)).body)).toEqual([cases.restricted.reference])
  expect((await get(asker, '/exports/new?sensitivity=sealed')).body).toContain(
    'Choose ordinary or restricted cases',
  )
})

test('a case that is also shared with its own team is in the file all the same', async () => {
  const { team, asker, second } = await twoLines(db)
  const one = await aCase(db, team)
  await lend(one, asker, 'share')
  expect(referencesIn((await take(asker, await agreed(asker, second))).body)).toEqual([
    one.reference,
  ])
})

test('what the asker cannot reach any more when the file is taken is not in it', async () => {
  const { team, beside, asker, second } = await twoLines(db)
  const [stays, sealed, moved, blocked] = [
    await aCase(db, team),
    await aCase(db, team),
    await aCase(db, team),
    await aCase(db, team),
  ]
  const id = await agreed(asker, second)
  expect(referencesIn((await take(asker, id)).body)).toHaveLength(4)
  await rows(`update casework.case set sensitivity = 'sealed' where id = $1`, sealed.id)
  await rows('update casework.case set team_id = $2 where id = $1', moved.id, beside.id)
  await block(db, blocked, asker)
  expect(referencesIn((await take(asker, id)).body)).toEqual([stays.reference])
  expect((await entriesOf(db, asker))[0]).toMatchObject({ subjects: [stays.id] })
})

test('whoever asked and has no such role any more takes nothing', async () => {
  const { team, asker, second } = await twoLines(db)
  await aCase(db, team)
  const id = await agreed(asker, second)
  await rows(`update access.posting set role = 'investigator' where user_id = $1`, asker.id)
  expect((await post(asker, `/exports/${id}/file`, {})).statusCode).toBe(404)
})

test('a request by name finds who may be found, is not told to the auditor, and the file does not say the name', async () => {
  const { team, asker, second } = await twoLines(db)
  const one = await aCase(db, team)
  await aCase(db, team)
  await aChildOn(db, team, one)
  const id = await agreed(asker, second, 'name=wren+ald')
  expect((await entriesOf(db, asker)).map(({ verb }) => verb)).toContain('export.ask')
  expect(textOfPage((await get(second, `/exports/${id}`)).body)).toContain('begins “wren ald”')
  const file = await take(asker, id)
  expect(referencesIn(file.body)).toEqual([one.reference])
  expect(file.body.toLowerCase()).not.toContain('wren')
  const auditor = await aPerson(db, {
    team: await aTeam(db, { beside: team }),
    role: 'standards-auditor',
  })
  const page = textOfPage((await get(auditor, `/exports/${id}`)).body)
  expect(page).toContain('with somebody of one name')
  expect(page.toLowerCase()).not.toContain('wren')
  expect(page).toContain(asker.name)
  expect(page).not.toContain(one.reference)
  const register = textOfPage((await get(auditor, '/exports')).body)
  expect(register).toContain('1 time, 1 case at most')
  const names = await db.door.reading(auditor.actor, tx =>
    tx.selectFrom('casework.export_name').select('name').execute(),
  )
  expect(names).toEqual([])
})

test('whoever decides is told about how many ordinary cases, and nothing of restricted ones', async () => {
  const { team, asker, second } = await twoLines(db)
  for (let n = 0; n < 3; n += 1)
    await name(db, await aCase(db, team, { sensitivity: 'restricted' }), asker)
  await aCase(db, team)
  const ordinary = textOfPage((await get(second, `/exports/${await ask(asker)}/decision`)).body)
  expect(ordinary).toContain('10 or fewer')
  const id = await ask(asker, 'sensitivity=restricted')
  const restricted = textOfPage((await get(second, `/exports/${id}/decision`)).body)
  expect(restricted).toContain('Not told: the cases are restricted')
  expect(restricted).not.toMatch(/\b3 cases/)
})

test('a request is as absent to everybody else as one that never was', async () => {
  const { team, beside, asker, second } = await twoLines(db)
  await aCase(db, team)
  const id = await ask(asker)
  const never = '00000000-0000-4000-8000-000000000000'
  const others = [
    await aPerson(db, { team, role: 'supervisor' }),
    await aPerson(db, { team: beside, role: 'analyst' }),
    await aPerson(db, {
      team: await aTeam(db, { beside: team, agency: 'new' }),
      role: 'supervisor',
    }),
    await aPerson(db, { team: await aTeam(db), role: 'supervisor' }),
    await aPerson(db, { team: await aTeam(db), role: 'standards-auditor' }),
  ]
  for (const person of others)
    for (const page of ['', '/decision']) {
      const answer = await get(person, `/exports/${id}${page}`)
      expect(answer.statusCode).toBe(404)
      expect(answer.body).toBe((await get(person, `/exports/${never}${page}`)).body)
      expect((await get(person, '/exports')).body).not.toContain(id)
    }
  expect((await get(asker, `/exports/${id}/decision`)).statusCode).toBe(404)
  const third = await aPerson(db, { team: await aTeam(db, { beside: team }), role: 'supervisor' })
  expect((await get(third, `/exports/${id}`)).statusCode).toBe(200)
  await decide(second, id)
  expect((await get(third, `/exports/${id}`)).statusCode).toBe(404)
  expect((await get(second, `/exports/${id}`)).statusCode).toBe(200)
  expect((await post(second, `/exports/${id}/file`, {})).statusCode).toBe(404)
  expect((await entriesOf(db, second))[0]).toMatchObject({
    outcome: 'refused',
    asked: id,
    codes: [],
  })
})

test('children who are suspected of something are counted among the children', async () => {
  const { team, asker, second } = await twoLines(db)
  const one = await aCase(db, team)
  const child = await aChildOn(db, team, one)
  await rows(
    `insert into casework.case_person (case_id, person_id, role, source, from_on) values ($1, $2, 'suspect', 'Report', '2026-11-02')`,
    one.id,
    child,
  )
  const { cases } = read((await take(asker, await agreed(asker, second))).body)
  expect(cases[0]).toMatchObject({
    'children at risk': '1',
    'children suspected of something': '1',
    suspects: '0',
  })
})
