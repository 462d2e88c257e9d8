import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/builders/app.ts'
import { testDatabase } from '../../../../tests/builders/database.ts'
import { textOf } from '../../../../tests/builders/page-text.ts'

const db = await testDatabase()
const { app } = await testApp(db)

const forcesOn = (html: string): string[] =>
  [...html.matchAll(/\/inspections\/forces\/([a-z-]+)"/g)].map(([, slug]) => slug ?? '')

test('the programme lists all 43 forces and the 98 visits of the record', async () => {
  const answer = await app.inject('/inspections')
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(textOf(answer.body)).toContain(
    '98 published visits to 43 forces, one of them reported for several forces together',
  )
  expect(new Set(forcesOn(answer.body)).size).toBe(43)
})

test('national figures: 24, 41 and 35% of 864 cases in 11 first inspections; 30, 37, 33% of 299 in 10 reviews', async () => {
  const text = textOf((await app.inject('/inspections')).body)
  expect(text).toContain('First inspections, all years 11 864 208 (24%) 21% to 27% 357 (41%)')
  expect(text).toContain('299 (35%)')
  expect(text).toContain('Reviews, all years 10 299 89 (30%) 25% to 35% 110 (37%)')
  expect(text).toContain('100 (33%)')
})

test('a part of a name and a region narrow the list, and what was asked stays in the form', async () => {
  const answer = await app.inject('/inspections?name=west&region=West+Midlands')
  expect(forcesOn(answer.body)).toEqual(['west-mercia', 'west-midlands'])
  expect(answer.body).toContain('value="west"')
  expect(answer.body).toMatch(/<option value="West Midlands" selected/)
  expect(textOf(answer.body)).toContain('2 of 43 forces')
})

test('forces without any figures can be listed by themselves', async () => {
  const answer = await app.inject('/inspections?found=none')
  expect(forcesOn(answer.body)).toContain('essex')
  expect(forcesOn(answer.body)).not.toContain('suffolk')
})

test('the latest visit comes first when asked for, and a force without a date last', async () => {
  const answer = await app.inject('/inspections?sort=latest')
  expect(forcesOn(answer.body)[0]).toBe('west-midlands')
})

test('a filter that matches nothing says so and shows the way back', async () => {
  const answer = await app.inject('/inspections?name=atlantis')
  expect(answer.statusCode).toBe(200)
  expect(textOf(answer.body)).toContain('No force matches what you chose.')
})

test.each([
  ['a region that no list offers', 'region=Mercia', 'Choose a region from the list'],
  ['a year that no list offers', 'year=2099', 'Choose a year from the list'],
  ['a year that is no year', 'year=soon', 'Choose a year from the list'],
  ['an order that does not exist', 'sort=worst', 'Choose an order from the list'],
  ['a name sent twice', 'name=a&name=b', 'Enter one name'],
  ['a name that is too long', `name=${'a'.repeat(61)}`, 'Enter a name of 60 characters or fewer'],
])('%s is answered on the same page with a sentence', async (_what, query, sentence) => {
  const answer = await app.inject(`/inspections?${query}`)
  expect(answer.statusCode).toBe(400)
  expect(answer.body).toContain('<title>Error: ')
  expect(textOf(answer.body)).toContain(`There is a problem ${sentence}`)
  expect(new Set(forcesOn(answer.body)).size).toBe(43)
})

test('fields that the form does not know are left alone', async () => {
  expect((await app.inject('/inspections?utm_source=letter')).statusCode).toBe(200)
})

test('the JSON holds the same forces as the page, in the same order', async () => {
  const page = await app.inject('/inspections?region=Wales&sort=first')
  const json = (await app.inject('/api/inspections?region=Wales&sort=first')).json<{
    forces: { slug: string }[]
    total: number
    visits: number
  }>()
  expect(json.forces.map(({ slug }) => slug)).toEqual(forcesOn(page.body))
  expect(json).toMatchObject({ total: 43, visits: 98 })
})
