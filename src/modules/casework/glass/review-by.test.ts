import { expect, test } from 'vitest'
import { englishWorkingDays } from '../../../english-working-days.ts'
import { reviewBy } from './review-by.ts'

const add = englishWorkingDays()

test.for([
  ['2026-11-23', '2026-11-26'],
  ['2026-11-27', '2026-12-02'],
  ['2026-12-23', '2026-12-30'],
])('what is broken on %s is reviewed by %s', ([broken, due]) => {
  expect(reviewBy(Temporal.PlainDate.from(broken!), add)).toBe(due)
})

test('where the calendar of holidays ends, the time is shorter and not open', () => {
  expect(reviewBy(Temporal.PlainDate.from('2099-05-01'), add)).toBe('2099-05-04')
})
