import { expect, test } from 'vitest'
import { testApp } from '../../../tests/builders/app.ts'
import { testDatabase } from '../../../tests/builders/database.ts'
import { aPerson, aTeam } from '../../../tests/builders/people.ts'
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
