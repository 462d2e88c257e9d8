import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/builders/app.ts'
import { testDatabase } from '../../../../tests/builders/database.ts'
import { textOf } from '../../../../tests/builders/page-text.ts'

const { app } = await testApp(await testDatabase())

test('the first page says what this is and leads to the record', async () => {
  const answer = await app.inject('/')
  const text = textOf(answer.body)
  expect(answer.statusCode).toBe(200)
  expect(text).toContain('Turnstone is the working system of a child-protection partnership')
  expect(text).toContain('98 visits to 43 forces')
  expect(text).toContain('First inspections: 864 cases in 11 visits')
  expect(answer.body).toContain('href="/inspections/comparison"')
})

test('choosing a force leads to its page', async () => {
  const answer = await app.inject('/forces?force=suffolk')
  expect(answer.statusCode).toBe(303)
  expect(answer.headers.location).toBe('/inspections/forces/suffolk')
})

test.each(['', '?force=', '?force=atlantis', '?force=//example.org', '?force=a&force=b'])(
  'choosing no force that exists (%s) is answered on the same page and leads nowhere',
  async query => {
    const answer = await app.inject(`/forces${query}`)
    expect(answer.statusCode).toBe(400)
    expect(answer.headers.location).toBeUndefined()
    expect(textOf(answer.body)).toContain('There is a problem Choose a force from the list')
  },
)
