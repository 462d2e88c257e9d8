import { expect, test } from 'vitest'
import { textOfPage } from '../../../../tests/builders/forms.ts'
import { aPerson, aTeam } from '../../../../tests/builders/people.ts'
import { adminSite, entriesOf } from '../testing/site.ts'
import { stopping } from './stopping/words.ts'

const site = await adminSite()
const { db, office, team, first, second, get, fill, agree } = site
const stranger = await aTeam(db)
const anAgency = () => aTeam(db, { beside: office, agency: 'new' })

test('agencies are listed with their teams, and those of another area are not', async () => {
  const page = textOfPage((await get(first, '/admin/agencies')).body)
  expect(page).toContain(team.name)
  expect(page).not.toContain(stranger.name)
})

test('an administrator adds a team; its name twice makes one', async () => {
  const url = `/admin/agencies/${team.agencyId}/teams/new`
  expect((await fill(first, url, { name: 'Night Team' })).statusCode).toBe(303)
  expect((await get(first, '/admin/agencies')).body).toContain('Night Team')
  expect(await entriesOf(db, first)).toContainEqual(
    expect.objectContaining({ verb: 'team.create', outcome: 'done' }),
  )
  const again = await fill(first, url, { name: 'Night Team ' })
  expect(again.statusCode).toBe(400)
  expect(textOfPage(again.body)).toContain('has a team of this name')
  expect(textOfPage((await fill(first, url, { name: ' ' })).body)).toContain('Enter the name')
  const elsewhere = `/admin/agencies/${stranger.agencyId}`
  for (const page of ['/teams/new', '/stopping', '/admission'])
    expect((await get(first, elsewhere + page)).statusCode).toBe(404)
})

test('an agency that is stopped is out with the next request, and comes in again by signing in', async () => {
  const agency = await anAgency()
  const colleague = await aPerson(db, { team: agency, role: 'supervisor' })
  const url = `/admin/agencies/${agency.agencyId}`
  const asked = textOfPage((await get(first, `${url}/stopping`)).body)
  const { says } = stopping({ id: '', name: `Agency of ${agency.name}`, kind: '', stoppedAt: null })
  for (const said of says) expect(asked).toContain(said)
  expect((await get(colleague, '/cases')).statusCode).toBe(200)
  expect((await fill(first, `${url}/stopping`)).statusCode).toBe(303)
  expect((await get(colleague, '/cases')).headers.location).toContain('/sign-in')
  expect(textOfPage((await get(first, '/admin/agencies')).body)).toContain('Nobody of it gets in')
  expect(textOfPage((await fill(second, `${url}/stopping`)).body)).toContain('stopped already')
  expect((await fill(first, `${url}/admission`)).statusCode).toBe(303)
  expect(textOfPage((await fill(second, `${url}/admission`)).body)).toContain('proposed already')
  expect(textOfPage((await get(first, '/admin/agencies')).body)).toContain(
    `Waits for a second administrator, proposed by ${first.name}`,
  )
  expect(textOfPage((await get(first, '/admin/agencies')).body)).toContain('Nobody of it gets in')
  expect((await agree(second, agency.agencyId)).statusCode).toBe(303)
  expect(textOfPage((await get(first, '/admin/agencies')).body)).not.toContain('Nobody of it')
  expect(textOfPage((await fill(first, `${url}/admission`)).body)).toContain('let in already')
  expect((await get(colleague, '/cases')).headers.location).toContain('/sign-in')
  const verbs = (await entriesOf(db, first)).filter(
    ({ subjects }) => subjects[0] === agency.agencyId,
  )
  expect(verbs.map(({ verb }) => verb)).toEqual(
    expect.arrayContaining(['agency.stop', 'admission.propose']),
  )
})

test('nobody stops the own agency', async () => {
  const url = `/admin/agencies/${office.agencyId}/stopping`
  const answer = await fill(first, url)
  expect(textOfPage(answer.body)).toContain('an administrator of another must do it')
  expect((await get(first, '/admin')).statusCode).toBe(200)
  const entries = await entriesOf(db, first)
  expect(entries).toContainEqual(
    expect.objectContaining({ verb: 'agency.stop', outcome: 'refused', asked: office.agencyId }),
  )
})

test('of two administrators who stop each other’s agency at once, one does', async () => {
  const [here, there] = [await anAgency(), await anAgency()]
  const [one, other] = [
    await aPerson(db, { team: here, role: 'administrator' }),
    await aPerson(db, { team: there, role: 'administrator' }),
  ]
  await Promise.all([
    fill(one, `/admin/agencies/${there.agencyId}/stopping`),
    fill(other, `/admin/agencies/${here.agencyId}/stopping`),
  ])
  const answers = await Promise.all([get(one, '/admin'), get(other, '/admin')])
  expect(answers.map(({ statusCode }) => statusCode).sort((a, b) => a - b)).toEqual([200, 303])
})
