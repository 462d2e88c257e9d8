import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/builders/app.ts'
import { testDatabase } from '../../../../tests/builders/database.ts'
import { formOf, textOfPage } from '../../../../tests/builders/forms.ts'
import { aPerson, asOwner, aTeam } from '../../../../tests/builders/people.ts'
import { aCase, atWork, entriesOf, noticesOf } from '../reach/testing/at-work.ts'
import { foundAgainst } from './testing/found-against.ts'

const db = await testDatabase()
const { app } = await testApp(db)
const { get, post, fill } = atWork(app)

const team = await aTeam(db)
const beside = await aTeam(db, { beside: team })
const auditor = await aPerson(db, { team: beside, role: 'standards-auditor' })
const somebody = () => aPerson(db, { team: beside, role: 'investigator' })

test('whoever had three found not justified cannot break the glass, is told so and whom to ask, and each try is refused', async () => {
  const person = await somebody()
  const [one, absent] = [await aCase(db, team), 'TS-0000-0000']
  await foundAgainst(db, person, { times: 2, by: auditor })
  expect(textOfPage((await get(person, '/break-glass')).body)).toContain(
    'Once 3 findings in 12 months',
  )
  const opened = formOf((await get(person, '/break-glass')).body)
  await foundAgainst(db, person, { times: 1, by: auditor })
  const page = await get(person, '/break-glass')
  const text = textOfPage(page.body)
  expect(text).toContain('You can no longer break the glass')
  expect(text).toContain('3 reviews or more in the last 12 months')
  expect(text).toContain(`${auditor.name}, Agency of`)
  expect(page.body).not.toContain('name="reference"')
  const bodies = []
  for (const reference of [one.reference, absent]) {
    const answer = await post(person, '/break-glass', {
      ...opened,
      _key: randomUUID(),
      ...{
        reference,
        category: 'a child in danger now',
        reason: `They rang about ${reference} now`,
      },
    })
    expect(answer.statusCode).toBe(400)
    expect(textOfPage(answer.body)).toContain('This page says whom to ask')
    expect((await entriesOf(db, person))[0]).toMatchObject({
      ...{ verb: 'glass.break', outcome: 'refused', asked: reference, case_id: null },
    })
    bodies.push(answer.body)
  }
  expect(bodies[0]).toBe(bodies[1])
  expect((await get(person, `/cases/${one.reference}`)).statusCode).toBe(404)
  expect(await noticesOf(db, auditor, one)).toEqual([])
})

test('only an auditor outside the own line is named as the one to ask', async () => {
  const [elsewhere, area] = [await aTeam(db), await aTeam(db)]
  const offices = await aTeam(db, { beside: area })
  const person = await aPerson(db, { team: area, role: 'investigator' })
  const boss = await aPerson(db, { team: area, role: 'supervisor' })
  await foundAgainst(db, person, { times: 3, by: auditor })
  const page = async () => textOfPage((await get(person, '/break-glass')).body)
  expect(await page()).toContain('None is on record here')
  await asOwner(db, client =>
    client.query(
      `insert into access.posting (user_id, team_id, role) values ($1, $2, 'standards-auditor')`,
      [boss.id, offices.id],
    ),
  )
  const stranger = await aPerson(db, { team: elsewhere, role: 'standards-auditor' })
  const outside = await aPerson(db, { team: offices, role: 'standards-auditor' })
  const text = await page()
  expect(text).toContain(outside.name)
  for (const other of [boss, stranger]) expect(text).not.toContain(other.name)
})

test('what was found more than 12 months ago, and what was justified, keeps nobody from it; the limit is a setting', async () => {
  const person = await somebody()
  await foundAgainst(db, person, { times: 2, by: auditor })
  await foundAgainst(db, person, { times: 5, by: auditor, ago: '13 months' })
  const one = await aCase(db, team)
  const answer = await fill(person, '/break-glass', {
    reference: one.reference,
    category: 'a child in danger now',
    reason: 'A call came in about the child',
  })
  expect(answer.statusCode).toBe(303)
  const limit = (value: number) =>
    asOwner(db, client =>
      client.query(
        `update platform.setting set value = $1 where name = 'glass-unjustified-limit'`,
        [value],
      ),
    )
  await limit(2)
  expect(textOfPage((await get(person, '/break-glass')).body)).toContain('You can no longer break')
  await limit(3)
  expect(textOfPage((await get(person, '/break-glass')).body)).not.toContain('You can no longer')
})
