/** What holds when several things happen at once, and past the pages: in the database itself. */
import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/builders/app.ts'
import { testDatabase } from '../../../../tests/builders/database.ts'
import { formOf } from '../../../../tests/builders/forms.ts'
import { aPerson, aTeam } from '../../../../tests/builders/people.ts'
import { aCase } from '../reach/testing/at-work.ts'
import { decideExport } from './deciding/queries.ts'
import { mayTake, takeExport } from './taking/queries.ts'
import { exporting, twoLines } from './testing/at-work.ts'

const db = await testDatabase()
const { app } = await testApp(db)
const { get, post, ask, agreed, set, rows } = exporting(app, db)

const digest = randomBytes(32)

test('of two who decide one request at once, one does, and the other is told', async () => {
  for (const [mine, theirs] of [
    ['agree', 'decline'],
    ['agree', 'agree'],
  ] as const) {
    const { team, asker, second } = await twoLines(db)
    const third = await aPerson(db, { team: await aTeam(db, { beside: team }), role: 'supervisor' })
    await aCase(db, team)
    const id = await ask(asker)
    const url = `/exports/${id}/decision`
    const forms = [formOf((await get(second, url)).body), formOf((await get(third, url)).body)]
    const reason = 'Not needed for this'
    const answers = await Promise.all([
      post(second, url, { ...forms[0], decision: mine, reason }),
      post(third, url, { ...forms[1], decision: theirs, reason }),
    ])
    const codes = answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)
    expect([
      [303, 400],
      [303, 404],
    ]).toContainEqual(codes)
    const decided = await rows(
      'select decided_by from casework.export_request where id = $1 and decided_at is not null',
      id,
    )
    const winner = answers[0].statusCode === 303 ? second : third
    expect(decided).toEqual([{ decided_by: winner.id }])
    const told = await rows(
      `select user_id from casework.notice where export_id = $1 and kind = 'export-decided'`,
      id,
    )
    expect(told).toEqual([{ user_id: asker.id }])
  }
})

test('of many files taken at once, no more leave than may', async () => {
  const { team, asker, second } = await twoLines(db)
  await aCase(db, team)
  const id = await agreed(asker, second)
  const form = formOf((await get(asker, `/exports/${id}`)).body)
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => post(asker, `/exports/${id}/file`, form)),
  )
  const codes = answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)
  expect(codes).toEqual([200, 200, 200, 400, 400, 400, 400, 400])
  const kept = await rows('select from casework.export_download where request_id = $1', id)
  expect(kept).toHaveLength(3)
  const logged = await rows(
    `select outcome, count(*)::int as n from audit.entry where user_id = $1 and verb = 'export.download' group by 1 order by 1`,
    asker.id,
  )
  expect(logged).toEqual([
    { outcome: 'done', n: 3 },
    { outcome: 'refused', n: 5 },
  ])
})

test('files of several requests at once stay within what one person may take out in a day', async () => {
  const { team, asker, second } = await twoLines(db)
  for (let n = 0; n < 3; n += 1) await aCase(db, team)
  const ids = await Promise.all([1, 2, 3].map(() => agreed(asker, second)))
  const forms = await Promise.all(
    ids.map(async id => formOf((await get(asker, `/exports/${id}`)).body)),
  )
  await set('export-rows-a-day', 7)
  const answers = await Promise.all(
    ids.map((id, n) => post(asker, `/exports/${id}/file`, forms[n] ?? {})),
  )
  await set('export-rows-a-day', 1000)
  expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([
    200, 200, 400,
  ])
  const [{ cases } = {}] = await rows(
    'select sum(cases)::int as cases from casework.export_download where taken_by = $1',
    asker.id,
  )
  expect(cases).toBe(6)
})

test('what was taken more than 24 hours ago counts no more', async () => {
  const { team, asker, second } = await twoLines(db)
  await aCase(db, team)
  const id = await agreed(asker, second)
  const left = async () => (await db.door.writing(asker.actor, tx => mayTake(tx, id))).left
  const taken = (ago: string, cases: number) =>
    rows(
      `insert into casework.export_download (request_id, taken_by, taken_at, cases, digest)
       values ($1, $2, now() - $3::interval, $4, $5)`,
      ...[id, asker.id, ago, cases, digest],
    )
  await taken('25 hours', 400)
  expect(await left()).toBe(1000)
  await taken('23 hours', 400)
  expect(await left()).toBe(600)
})

test('of requests around the moment when the hours end, none after it gets a file', async () => {
  const { team, asker, second } = await twoLines(db)
  await aCase(db, team)
  const id = await agreed(asker, second)
  await set('export-downloads', 10)
  const form = formOf((await get(asker, `/exports/${id}`)).body)
  const [{ ends } = {}] = await rows(
    `update casework.export_request set until_at = clock_timestamp() + interval '300 milliseconds' where id = $1
     returning (extract(epoch from until_at) * 1000)::float8 as ends`,
    id,
  )
  const answers = await Promise.all(
    Array.from({ length: 9 }, async (_, n) => {
      await pause(n * 70)
      const sentAt = Date.now()
      const { statusCode } = await post(asker, `/exports/${id}/file`, form)
      return { sentAt, statusCode }
    }),
  )
  await set('export-downloads', 3)
  for (const { sentAt, statusCode } of answers)
    if (sentAt >= Number(ends)) expect(statusCode).toBe(400)
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 400]))
})

test('past the pages nobody decides what is theirs, takes what is another’s, or a case out of reach', async () => {
  const { team, beside, asker, second } = await twoLines(db)
  const [own, other] = [await aCase(db, team), await aCase(db, beside)]
  const restricted = await aCase(db, team, { sensitivity: 'restricted' })
  const deciding = (person: typeof asker, id: string) =>
    db.door.writing(person.actor, tx => decideExport(tx, id, { agree: true, reason: '' }))
  const taking = (person: typeof asker, id: string, cases: string[]) =>
    db.door.writing(person.actor, tx => takeExport(tx, id, { cases, digest }))
  const id = await ask(asker)
  const line = await aPerson(db, { team, role: 'supervisor' })
  const analyst = await aPerson(db, { team: beside, role: 'analyst' })
  for (const person of [asker, line, analyst]) expect(await deciding(person, id)).toBe('absent')
  expect(await taking(asker, id, [own.id])).toBe('not agreed')
  expect(await deciding(second, randomUUID())).toBe('absent')
  expect(await deciding(second, id)).toBe('done')
  expect(await deciding(second, id)).toBe('decided already')
  expect(await taking(second, id, [other.id])).toBe('absent')
  for (const cases of [[other.id], [own.id, restricted.id], [own.id, own.id], [randomUUID()]])
    expect(await taking(asker, id, cases)).toBe('changed meanwhile')
  expect(await taking(asker, id, [own.id])).toBe('done')
  const lapsed = await ask(asker)
  await rows(
    `update casework.export_request set asked_at = now() - interval '8 days', lapses_at = now() - interval '1 second' where id = $1`,
    lapsed,
  )
  expect(await deciding(second, lapsed)).toBe('lapsed')
  const inserting = db.door.writing(asker.actor, tx =>
    tx
      .insertInto('casework.export_download')
      .values({ request_id: id, cases: 1, digest })
      .execute(),
  )
  await expect(inserting).rejects.toMatchObject({ code: 'DATABASE_REFUSED' })
})
