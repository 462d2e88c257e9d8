import { expect, test } from 'vitest'
import { testApp } from '../../../tests/builders/app.ts'
import { testDatabase } from '../../../tests/builders/database.ts'
import { aPerson, asOwner, aTeam } from '../../../tests/builders/people.ts'
import type { Role } from '../access/roles.ts'
import { frameMaker } from './frame-for.ts'

const db = await testDatabase()
const { app } = await testApp(db)

const headerFor = async (role: Role): Promise<string> => {
  const person = await aPerson(db, { team: await aTeam(db), role })
  const page = await app.inject({ url: '/work', headers: { cookie: `turnstone=${person.token}` } })
  expect(page.statusCode).toBe(200)
  return page.body.slice(0, page.body.indexOf('<main'))
}

test('the header leads to the inbox whoever has one, and to what the role may use', async () => {
  const investigator = await headerFor('investigator')
  expect(investigator).toContain('href="/inbox"')
  expect(investigator).toContain('href="/cases"')
  const administrator = await headerFor('administrator')
  expect(administrator).not.toContain('href="/inbox"')
  expect(administrator).not.toContain('href="/cases"')
  expect(administrator).toContain('href="/admin"')
})

test('nobody in particular gets the frame of everybody', () => {
  const navigation = [{ text: 'Cases', href: '/cases', action: 'case.read' as const }]
  const may = { 'case.read': { what: 'Open', class: 'consultation', who: {} } } as const
  const parts = { tables: may, clock: {} as never, isDemonstration: true }
  const frameFor = frameMaker({ navigation, assets: {} as never }, parts)
  const request = { person: null, url: '/inspections' } as never
  expect(frameFor(request)).toMatchObject({ navigation: [], banners: [] })
  const signIn = { person: null, url: '/sign-in' } as never
  expect(frameFor(signIn).banners).toHaveLength(1)
})

test('what a role may not do looks like what never was, whatever waits in the inbox', async () => {
  const team = await aTeam(db)
  const person = await aPerson(db, { team, role: 'investigator' })
  await asOwner(db, async owner => {
    const opened = await owner.query<{ id: string }>(
      `insert into casework.case (area_id, reference, type, summary, team_id, opened_on, owner_id)
       values ($1, 'TS-FRAM-E234', 'missing child', 'One', $2, current_date, $3) returning id`,
      [team.areaId, team.id, person.id],
    )
    await owner.query(
      `insert into casework.notice (user_id, kind, case_id) values ($1, 'seal-asked', $2)`,
      [person.id, opened.rows[0]?.id],
    )
  })
  const ask = (url: string) => app.inject({ url, headers: { cookie: `turnstone=${person.token}` } })
  expect((await ask('/work')).body).toContain('not seen yet')
  const [forbidden, absent] = [await ask('/admin/users'), await ask('/admin/nothing')]
  expect([forbidden.statusCode, absent.statusCode]).toEqual([404, 404])
  expect(forbidden.body).toContain('href="/inbox"')
  expect(forbidden.body).not.toContain('not seen yet')
  expect(alike(forbidden.body)).toBe(alike(absent.body))
  expect(forbidden.headers['cache-control']).toBe(absent.headers['cache-control'])
})

/** Without what differs between any two pages. */
const alike = (page: string): string =>
  page.replace(/(name="_token" value|nonce|data-session-ends)="[^"]*"/g, '$1=""')
