import { expect, test } from 'vitest'
import { manyLookers, type PersonLook } from './rule.ts'

/** So many colleagues, one after the other, the given minutes apart. */
const lookers = (n: number, minutes: number): PersonLook[] =>
  Array.from({ length: n }, (_, index) => ({
    id: `entry ${String(index)}`,
    at: Temporal.Instant.from('2026-11-13T10:00:00Z')
      .add({ minutes: index * minutes })
      .toString(),
    userId: `user ${String(index)}`,
    personId: 'child',
  }))

test('eight people in a day are told of from eight on, and seven are not', () => {
  const [found] = manyLookers(lookers(8, 60), 8)
  expect(found).toMatchObject({ rule: 'many-lookers', about: 'child' })
  expect(found!.users).toHaveLength(8)
  expect(found!.facts).toEqual([
    '8 people opened the record within 24 hours, 8 times in all. Told from 8 on.',
  ])
  expect(manyLookers(lookers(7, 60), 8)).toEqual([])
})

test('exactly 24 hours from first to last still count as a day, a minute more does not', () => {
  expect(manyLookers(lookers(9, 180), 9)).toHaveLength(1)
  const late = lookers(9, 180).map((one, n) =>
    n === 8 ? { ...one, at: '2026-11-14T10:01:00Z' } : one,
  )
  expect(manyLookers(late, 9)).toEqual([])
})

test('one person who opens it ten times is one person', () => {
  const often = lookers(10, 5).map(one => ({ ...one, userId: 'user' }))
  expect(manyLookers(often, 3)).toEqual([])
})

test('people of another record do not add to it', () => {
  const apart = lookers(8, 60).map((one, n) => ({ ...one, personId: `child ${String(n % 2)}` }))
  expect(manyLookers(apart, 8)).toEqual([])
})
