import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/builders/app.ts'
import { testDatabase } from '../../../../tests/builders/database.ts'
import { formOf, textOfPage } from '../../../../tests/builders/forms.ts'
import { aPerson, asOwner, aTeam } from '../../../../tests/builders/people.ts'
import { aCase, aChildOn, atWork, block, entriesOf, name } from './testing/at-work.ts'

const db = await testDatabase()
const { app } = await testApp(db)
const { get, post, fill } = atWork(app)

const team = await aTeam(db)
const supervisor = await aPerson(db, { team, role: 'supervisor' })
const investigator = await aPerson(db, { team, role: 'investigator' })
const partner = await aPerson(db, {
  team: await aTeam(db, { beside: team, agency: 'new' }),
  role: 'practitioner',
})

test('a case is shared with an agency, read by it, and taken back at once', async () => {
  const one = await aCase(db, team)
  const at = `/cases/${one.reference}`
  expect((await get(partner, at)).statusCode).toBe(404)
  const shared = await fill(investigator, `${at}/shares/new`, {
    to: `agency ${partner.team.agencyId}`,
    days: '3',
    basis: 'consent',
    why: 'They meet the child each week',
  })
  expect(shared.headers.location).toBe(`${at}#who-sees`)
  expect((await entriesOf(db, investigator))[0]).toMatchObject({
    verb: 'case.share',
    class: 'disclosure',
    outcome: 'done',
    case_id: one.id,
    recipient: partner.team.agencyId,
  })
  const page = textOfPage((await get(partner, at)).body)
  expect(page).toContain('You see it because it is shared with you or with your agency.')
  expect(page).not.toContain('Blocked')
  const end = /href="([^"]*\/shares\/[^"]*\/end)"/.exec((await get(investigator, at)).body)?.[1]
  expect((await fill(investigator, end!, {})).statusCode).toBe(303)
  expect((await get(partner, at)).statusCode).toBe(404)
  expect(textOfPage((await get(investigator, at)).body)).toContain('Shares that have ended: 1')
})

test('restricting says first whom it stops; then only named people see the case', async () => {
  const one = await aCase(db, team)
  const at = `/cases/${one.reference}`
  await fill(supervisor, `${at}/shares/new`, {
    to: `agency ${partner.team.agencyId}`,
    days: '3',
    basis: 'consent',
    why: 'They meet the child each week',
  })
  expect(textOfPage((await get(supervisor, `${at}/sensitivity`)).body)).toContain(
    'cannot see it, although it is shared with them',
  )
  const done = await fill(supervisor, `${at}/sensitivity`, { sensitivity: 'restricted' })
  expect(done.headers.location).toBe(`${at}#who-sees`)
  for (const shutOut of [investigator, partner])
    expect((await get(shutOut, at)).statusCode).toBe(404)
  expect(textOfPage((await get(supervisor, at)).body)).toContain(
    'You see it because you are named on it.',
  )
  expect(textOfPage((await get(supervisor, at)).body)).toContain(
    'stopped while the case is restricted',
  )
  await fill(supervisor, `${at}/sensitivity`, { sensitivity: 'ordinary' })
  for (const back of [investigator, partner]) expect((await get(back, at)).statusCode).toBe(200)
})

test('a colleague is found by name, named, and no longer named', async () => {
  const one = await aCase(db, team)
  const at = `/cases/${one.reference}`
  const found = await get(supervisor, `${at}/named?find=${partner.name.slice(5)}`)
  expect(textOfPage(found.body)).toContain(partner.name)
  const named = await fill(supervisor, `${at}/named?find=${partner.name.slice(5)}`, {
    colleague: partner.id,
  })
  expect(named.headers.location).toBe(`${at}/named`)
  expect((await get(partner, at)).statusCode).toBe(200)
  const again = await fill(supervisor, `${at}/named?find=${partner.name.slice(5)}`, {
    colleague: partner.id,
  })
  expect(textOfPage(again.body)).toContain(`${partner.name} is named on this case already`)
  await fill(supervisor, `${at}/named/${partner.id}/end`, {})
  expect((await get(partner, at)).statusCode).toBe(404)
})

test('of a restricted case nobody takes the own name away', async () => {
  const one = await aCase(db, team, { sensitivity: 'restricted' })
  await name(db, one, supervisor)
  const answer = await fill(supervisor, `/cases/${one.reference}/named/${supervisor.id}/end`, {})
  expect(answer.statusCode).toBe(400)
  expect(textOfPage(answer.body)).toContain('You cannot take your own name away')
})

test('a case goes to another team, out of the sight of whoever gave it', async () => {
  const one = await aCase(db, team)
  const other = await aTeam(db, { beside: team })
  const there = await aPerson(db, { team: other, role: 'investigator' })
  const answer = await fill(supervisor, `/cases/${one.reference}/team`, {
    team: `${other.name}, Agency of ${team.name}`,
  })
  expect(answer.headers.location).toBe('/cases')
  expect((await get(supervisor, `/cases/${one.reference}`)).statusCode).toBe(404)
  expect((await get(there, `/cases/${one.reference}`)).statusCode).toBe(200)
})

test('two who change who sees a case at once: the second gets both versions', async () => {
  const one = await aCase(db, team)
  const url = `/cases/${one.reference}/sensitivity`
  const second = await aPerson(db, { team, role: 'supervisor' })
  const opened = await get(second, url)
  await fill(supervisor, `/cases/${one.reference}/edit`, { summary: 'Missing three times' })
  const answer = await post(second, url, {
    ...formOf(opened.body),
    sensitivity: 'restricted',
  })
  expect(answer.statusCode).toBe(400)
  expect(textOfPage(answer.body)).toContain('Somebody else saved this record')
  expect(textOfPage(answer.body)).toContain('On record now')
})

test('whoever is blocked from a person is blocked from each case of that person, and from no other', async () => {
  const [one, other, third] = [await aCase(db, team), await aCase(db, team), await aCase(db, team)]
  const personId = await aChildOn(db, team, one, other)
  const answer = await fill(
    supervisor,
    `/cases/${one.reference}/blocks/new?find=${investigator.name.slice(5)}`,
    { colleague: investigator.id, from: personId, why: 'Lives next door to the family' },
  )
  expect(answer.statusCode).toBe(303)
  for (const hidden of [one, other])
    expect((await get(investigator, `/cases/${hidden.reference}`)).statusCode).toBe(404)
  expect((await get(investigator, `/cases/${third.reference}`)).statusCode).toBe(200)
  const page = await get(supervisor, `/cases/${other.reference}`)
  expect(textOfPage(page.body)).toContain(`${investigator.name}, from every case of Wren Alder`)
  const end = /href="([^"]*\/blocks\/[^"]*\/end)"/.exec(page.body)?.[1]
  await fill(supervisor, end!, {})
  expect((await get(investigator, `/cases/${one.reference}`)).statusCode).toBe(200)
})

test('whoever declares the own conflict of interest is out at once', async () => {
  const one = await aCase(db, team)
  const self = await aPerson(db, { team, role: 'supervisor' })
  const answer = await fill(self, `/cases/${one.reference}/blocks/new?find=${self.name.slice(5)}`, {
    colleague: self.id,
    from: 'case',
    why: 'A cousin of mine is a witness',
  })
  expect(answer.headers.location).toBe('/cases')
  expect((await get(self, `/cases/${one.reference}`)).statusCode).toBe(404)
})

test('a blocked colleague is neither named nor shared with', async () => {
  const one = await aCase(db, team)
  const at = `/cases/${one.reference}`
  await block(db, one, partner)
  const find = `?find=${partner.name.slice(5)}`
  const named = await fill(supervisor, `${at}/named${find}`, { colleague: partner.id })
  expect(textOfPage(named.body)).toContain(`${partner.name} is blocked from this case`)
  const shared = await fill(supervisor, `${at}/shares/new${find}`, {
    to: `person ${partner.id}`,
    days: '3',
    basis: 'consent',
    why: 'They meet the child each week',
  })
  expect(textOfPage(shared.body)).toContain(`${partner.name} is blocked from this case`)
})

test('a restricted case is shared with a person, never with an agency', async () => {
  const one = await aCase(db, team, { sensitivity: 'restricted' })
  await name(db, one, supervisor)
  const url = `/cases/${one.reference}/shares/new?find=${partner.name.slice(5)}`
  const rest = { days: '3', basis: 'consent', why: 'They meet the child each week' }
  expect((await get(supervisor, url)).body).not.toContain('value="agency ')
  const whole = await fill(supervisor, url, { to: `agency ${partner.team.agencyId}`, ...rest })
  expect(textOfPage(whole.body)).toContain('This case is restricted: share it with one person')
  await fill(supervisor, url, { to: `person ${partner.id}`, ...rest })
  expect((await get(partner, `/cases/${one.reference}`)).statusCode).toBe(200)
})

test('a share is as long as the setting lets it be', async () => {
  const one = await aCase(db, team)
  const setting = (value: number) =>
    asOwner(db, client =>
      client.query(`update platform.setting set value = $1 where name = 'share-longest'`, [value]),
    )
  await setting(30)
  const answer = await fill(supervisor, `/cases/${one.reference}/shares/new`, {
    to: `agency ${partner.team.agencyId}`,
    days: '31',
    basis: 'consent',
    why: 'They meet the child each week',
  })
  await setting(90)
  expect(textOfPage(answer.body)).toContain('longer than this partnership allows')
  expect((await get(partner, `/cases/${one.reference}`)).statusCode).toBe(404)
})

test('whoever is blocked from a case sees nothing of it until the block ends', async () => {
  const one = await aCase(db, team)
  const at = `/cases/${one.reference}`
  const done = await fill(supervisor, `${at}/blocks/new?find=${investigator.name.slice(5)}`, {
    colleague: investigator.id,
    from: 'case',
    why: 'Lives next door to the family',
  })
  expect(done.statusCode).toBe(303)
  const hidden = await get(investigator, at)
  expect(hidden.statusCode).toBe(404)
  const page = await get(supervisor, at)
  expect(textOfPage(page.body)).toContain(`Blocked ${investigator.name}`)
  const end = /href="([^"]*\/blocks\/[^"]*\/end)"/.exec(page.body)?.[1]
  await fill(supervisor, end!, {})
  expect((await get(investigator, at)).statusCode).toBe(200)
})
