import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/builders/app.ts'
import { testDatabase } from '../../../../tests/builders/database.ts'
import { textOf } from '../../../../tests/builders/page-text.ts'

const db = await testDatabase()
const { app } = await testApp(db)

const page = await app.inject('/inspections/comparison')
const text = textOf(page.body)

interface ComparisonJson {
  target: { good: number; cases: number }
  places: { force: { slug: string; name: string }; good: number; cases: number; position: string }[]
  leftOut: { force: { slug: string }; reason: string }[]
  expectedOutside: { at95: number; at998: number }
  optimism: { force: string; atLeastHigher: number; paired: boolean }[]
}
const json = (await app.inject('/api/inspections/comparison')).json<ComparisonJson>()

test('11 forces can be compared, 208 good of 864 cases, and 32 are listed with a reason', () => {
  expect(json.places).toHaveLength(11)
  expect(json.leftOut).toHaveLength(32)
  expect(json.target).toMatchObject({ good: 208, cases: 864 })
  expect(text).toContain('11 forces published')
})

test('the list is by name, never by share', () => {
  const names = json.places.map(({ force }) => force.name)
  expect(names).toEqual([...names].sort())
  expect(text).toContain('There is no order of merit here')
  expect(text).not.toMatch(/\b(best|worst|rank(ed|ing)?|top|bottom)\b/i)
})

test('how many false flags to expect is printed: 0.55 outside 95% and 0.022 outside 99.8%', () => {
  expect(json.expectedOutside.at95).toBeCloseTo(0.55)
  expect(json.expectedOutside.at998).toBeCloseTo(0.022)
  expect(text).toContain(
    'about 0.55 of them outside the 95% limits and 0.022 outside the 99.8% limits',
  )
})

test('whether the forces differ by more than chance, all together, is said', () => {
  expect(text).toContain('Taken together the squared distances from the joint share average')
})

test.each([
  ['west-midlands', 'Graded on another scale: good, adequate, inadequate.'],
  ['west-yorkshire', 'The source of its inspection contradicts itself.'],
  ['gloucestershire', 'Requires improvement and inadequate were published only together.'],
  ['lancashire', 'Not all three grades were published.'],
  ['leicestershire', 'Only a rounded share was published, without the number of cases.'],
  ['surrey', 'Only the size of the sample was published.'],
  [
    'cambridgeshire',
    'Case counts were found for a review or an update only, not for an inspection.',
  ],
  ['essex', 'No case counts were found.'],
])('%s is left out: %s', (slug, reason) => {
  expect(json.leftOut.find(({ force }) => force.slug === slug)?.reason).toBe(reason)
})

test('optimism comes from the totals and is never called paired', () => {
  expect(json.optimism).toMatchObject([
    { force: 'Metropolitan', atLeastHigher: 74, paired: false },
    { force: 'West Yorkshire', atLeastHigher: 8, paired: false },
  ])
  expect(text).toContain('cannot be paired')
})

test('the sum over eight forces of 2014 stands on its own scale and in no other figure', () => {
  expect(text).toContain('Good 177 of 576 31%')
  expect(text).toContain('Adequate 179 of 576')
  expect(text).toContain('is not added to any force or national figure')
})
