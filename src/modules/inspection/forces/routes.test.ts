import { expect, test } from 'vitest'
import { testApp } from '../../../../tests/builders/app.ts'
import { testDatabase } from '../../../../tests/builders/database.ts'
import { textOf } from '../../../../tests/builders/page-text.ts'
import { thePublic } from '../../../platform/access/actor.ts'
import { allForces } from '../programme/queries.ts'

const db = await testDatabase()
const { app } = await testApp(db)

const pageOf = async (slug: string): Promise<string> =>
  textOf((await app.inject(`/inspections/forces/${slug}`)).body)

interface ForceJson {
  verdicts: { is: string; span: string; reasons: string[]; farBeyondChance: boolean | null }[]
  points: { basis: string; dueOn: string | null }[]
}

const jsonOf = async (slug: string): Promise<ForceJson> =>
  (await app.inject(`/api/inspections/forces/${slug}`)).json<ForceJson>()

test('West Midlands: 5 of 9 and 17 of 21 count different grades and cannot be compared', async () => {
  const text = await pageOf('west-midlands')
  expect(text).toContain('Cannot be compared')
  expect(text).toContain(
    'They count different grades: 5 of 9 inadequate, then 17 of 21 inadequate or requiring improvement.',
  )
  expect(text).toContain('The cases were chosen, so this does not show that the force changed.')
  const { verdicts } = await jsonOf('west-midlands')
  expect(verdicts.map(verdict => verdict.is)).toEqual(['cannot be compared', 'cannot be compared'])
})

test('West Midlands 2014: 48 of 115 is derived from a rounded share, and the page says so', async () => {
  const text = await pageOf('west-midlands')
  expect(text).toContain('Inadequate 48 of 115 42% 33% to 51%')
  expect(text).toContain('Derived: Published as 42% of 115; 48 = rounding of 0.42*115')
  expect(text).toContain('Inadequate 5 of 9 56% 27% to 81%')
  expect(text).toContain('Inadequate 9 of 11 82%')
  expect(text).toContain('by 9 December 2014')
})

test('West Midlands 2014: 13 of 18 is a count on one theme, never shown as a grade', async () => {
  const text = await pageOf('west-midlands')
  expect(text).toContain('13 of 18')
  expect(text).not.toMatch(/(improvement|inadequate) 13 of 18/i)
})

test('Metropolitan: later cases graded worse, far beyond chance', async () => {
  const text = await pageOf('metropolitan')
  expect(text).toContain('96 of 374 (26%, 95% interval 22% to 30%), then 10 of 135 (7%')
  const { verdicts } = await jsonOf('metropolitan')
  expect(verdicts.map(({ is, span, farBeyondChance }) => [span, is, farBeyondChance])).toEqual([
    ['next', 'later cases graded worse', true],
    ['next', 'no clear difference', false],
    ['first and last', 'later cases graded worse', true],
  ])
})

test('Suffolk: 38% good of 72, then 57% of 30, shows no clear difference', async () => {
  const text = await pageOf('suffolk')
  expect(text).toContain('No clear difference')
  expect(text).toContain('27 of 72 (38%')
  expect(text).toContain('17 of 30 (57%')
})

test('North Yorkshire: good and inadequate both rose', async () => {
  expect(await pageOf('north-yorkshire')).toContain(
    'The share graded good and the share graded inadequate both rose.',
  )
})

test('Northamptonshire: none of 21 was good, with the one-sided bound', async () => {
  expect(await pageOf('northamptonshire')).toContain(
    'None of 21 was graded good. A share of up to 13% would still be compatible with that (one-sided 95% bound, Clopper-Pearson).',
  )
})

test('West Yorkshire: grades that add to 34 of 33 are shown with their source and no share', async () => {
  const text = await pageOf('west-yorkshire')
  expect(text).toContain('The source gives 33 cases and grades that add up to 34')
  expect(text).toContain('Sources differ on number of cases graded by inspectors')
})

test('of all forces, five have consecutive inspections that can be compared', async () => {
  const forces = await db.door.reading(thePublic, allForces)
  const comparable: string[] = []
  for (const { slug } of forces) {
    const { verdicts } = await jsonOf(slug)
    if (verdicts.some(({ is }) => is !== 'cannot be compared')) comparable.push(slug)
  }
  expect(comparable).toEqual([
    'dorset',
    'metropolitan',
    'north-yorkshire',
    'suffolk',
    'warwickshire',
  ])
})

test('Warwickshire: a recommendation of three months published on 5 August 2022 was due on 5 November', async () => {
  const text = await pageOf('warwickshire')
  expect(text).toContain('Three months: by 5 November 2022')
  expect(text).toContain('Six months: by 5 February 2023')
  const { points } = await jsonOf('warwickshire')
  expect(points.filter(({ basis }) => basis === 'recommendation')).toHaveLength(6)
  expect(points.map(({ dueOn }) => dueOn)).toContain('2022-08-05')
})

test('every force has a page and the same as JSON', async () => {
  const forces = await db.door.reading(thePublic, allForces)
  for (const { slug, name } of forces) {
    const page = await app.inject(`/inspections/forces/${slug}`)
    expect(page.statusCode).toBe(200)
    expect(textOf(page.body)).toContain(name)
    expect(page.body).not.toMatch(/NaN|undefined|\[object/)
    expect((await app.inject(`/api/inspections/forces/${slug}`)).statusCode).toBe(200)
  }
})

test.each(['atlantis', 'eight-forces-2014', 'West-Midlands', '%00', '..%2f..'])(
  'a force called %s is not found, as a page and as JSON',
  async slug => {
    const page = await app.inject(`/inspections/forces/${slug}`)
    expect(page.statusCode).toBe(404)
    expect(textOf(page.body)).toContain('Page not found')
    expect((await app.inject(`/api/inspections/forces/${slug}`)).statusCode).toBe(404)
  },
)
