import { expect, test } from 'vitest'
import { testDatabase } from '../builders/database.ts'
import { aLog, removeKeysAfterwards } from './a-log.ts'

const db = await testDatabase()
removeKeysAfterwards()

test('a log that nobody touched is whole, and the copies outside vouch for all of it', async () => {
  const log = await aLog(db)
  await log.append(20)
  expect(await log.settle()).toEqual([])
  await log.append(30)
  expect(await log.settle()).toEqual([])
  expect(await log.verify()).toEqual({
    from: 0,
    to: 50,
    findings: [],
    more: 0,
    outsideTo: 50,
    waiting: 0,
  })
})
