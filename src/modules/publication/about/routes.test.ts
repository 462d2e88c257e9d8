import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/builders/app.ts'
import { testDatabase } from '../../../../tests/builders/database.ts'
import { textOf } from '../../../../tests/builders/page-text.ts'

const { app } = await testApp(await testDatabase())

test('the sources page lists every loaded file with its version, source and licence', async () => {
  const text = textOf((await app.inject('/about')).body)
  expect(text).toContain('forces/forces.csv')
  expect(text).toContain('published-inspections/results.csv')
  expect(text).toContain('Clopper-Pearson')
})

test('the page for people who write programs names only addresses that answer', async () => {
  const page = await app.inject('/api')
  const addresses = [...page.body.matchAll(/href="(\/api\/[^"]+)"/g)].map(([, href]) => href ?? '')
  expect(addresses.length).toBeGreaterThan(6)
  for (const address of addresses) {
    expect((await app.inject(address)).statusCode).toBe(200)
  }
})

test('the page for people who write programs says what programs may not do with cases', async () => {
  const text = textOf((await app.inject('/api')).body)
  expect(text).toContain('put people on them')
  expect(text).toContain('breaking the glass are for people who sign in here, not for programs')
})

test('what the accessibility page says is checked is what the tests check', async () => {
  const text = textOf((await app.inject('/accessibility')).body)
  expect(text).toContain('without JavaScript')
  expect(text).toContain('people with disabilities have not tested these pages yet')
})
