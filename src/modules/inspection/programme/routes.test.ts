import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/builders/app.ts'
import { testDatabase } from '../../../../tests/builders/database.ts'

const db = await testDatabase()
const { app } = await testApp(db)

test('the programme lists all 43 forces and the 98 visits of the record', async () => {
  const answer = await app.inject('/inspections')
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(answer.body).toContain('98 published visits to 43 forces')
  expect(answer.body.match(/\/inspections\/forces\//g)).toHaveLength(43)
})
