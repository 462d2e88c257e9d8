import { expect, test } from 'vitest'
import { refusedInARow, type Refusal } from './rule.ts'

const refused = (minute: number, asked: string, userId = 'user'): Refusal => ({
  id: `entry ${String(minute)}`,
  at: Temporal.Instant.from('2026-11-13T10:00:00Z').add({ minutes: minute }).toString(),
  userId,
  asked,
})

const trying = [refused(0, 'a'), refused(20, 'b'), refused(40, 'c'), refused(60, 'd')]

test('four different things within an hour are found', () => {
  const [found] = refusedInARow(trying)
  expect(found).toMatchObject({ rule: 'refused-in-a-row', about: 'user' })
  expect(found!.facts).toEqual([
    '4 different things asked for and refused within an hour, 4 refusals in all.',
  ])
})

test('a minute too late, one too few, or the same reference again and again are not', () => {
  expect(refusedInARow([...trying.slice(0, 3), refused(61, 'd')])).toEqual([])
  expect(refusedInARow(trying.slice(0, 3))).toEqual([])
  expect(refusedInARow(trying.map(one => ({ ...one, asked: 'a' })))).toEqual([])
})

test('refusals of two people are not added up', () => {
  expect(
    refusedInARow(trying.map((one, n) => ({ ...one, userId: `user ${String(n % 2)}` }))),
  ).toEqual([])
})
