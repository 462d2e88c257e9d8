import { expect, test } from 'vitest'
import { testDatabase } from '../../tests/builders/database.ts'
import { withClient } from '../platform/db/roles.ts'
import { makeDemonstration } from './make.ts'
import { demonstrationSeed } from './personas.ts'

const db = await testDatabase()
const today = Temporal.PlainDate.from('2026-11-23')
const count = (sql: string): Promise<number> =>
  withClient(db.owner, async client => Number((await client.query(sql)).rows[0].count))

test('what fails half way leaves nothing behind', async () => {
  const stop = new Error('the plug is pulled')
  const failing = (fraction: number): void => {
    if (fraction > 0.6) throw stop
  }
  const making = { seed: demonstrationSeed, today, progress: failing }
  await expect(makeDemonstration(db.owner, making)).rejects.toBe(stop)
  expect(await count('select count(*) from access.force_area')).toBe(0)
  expect(await count('select count(*) from platform.deployment')).toBe(0)
})

test('two starts at once make the partnership once, whole, and say how far they are', async () => {
  const told: number[] = []
  const making = { seed: demonstrationSeed, today, progress: (n: number) => told.push(n) }
  const outcomes = await Promise.all([
    makeDemonstration(db.owner, making),
    makeDemonstration(db.owner, making),
  ])
  expect(outcomes.toSorted()).toEqual(['found', 'made'])
  expect(told.at(-1)).toBe(1)
  expect(told).toEqual(told.toSorted((a, b) => a - b))
  expect(await count('select count(*) from access.agency')).toBe(6)
  expect(await count('select count(*) from access.team')).toBe(12)
  expect(await count('select count(*) from access.user_account')).toBe(60)
  expect(await count('select count(*) from casework.case')).toBe(120)
  expect(await count('select count(*) from audit.entry')).toBeGreaterThan(4_500)
  expect(
    await count(`select value as count from platform.setting where name = 'purpose-lasts'`),
  ).toBe(480)
})

test('the lists of who reaches a case are what the recorded facts give', async () => {
  expect(
    await count(`select count(*) from casework.case c
      where c.acl is distinct from casework.acl_of(c.id, c.area_id, c.team_id, c.sensitivity)
        or c.deny is distinct from casework.deny_of(c.id)`),
  ).toBe(0)
  expect(await count(`select count(*) from casework.case where deny <> '{}'`)).toBe(3)
})
