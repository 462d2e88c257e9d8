import { expect, test } from 'vitest'
import { demonstrationSeed } from './personas.ts'
import { planDemonstration } from './plan.ts'
import { weekdaysAfter } from './days.ts'

test.for([
  ['2026-11-20', 1, '2026-11-23'],
  ['2026-11-20', 3, '2026-11-25'],
  ['2026-11-21', 1, '2026-11-23'],
  ['2026-11-23', 3, '2026-11-26'],
] as const)('%s and %i working days is %s', ([day, days, end]) => {
  expect(weekdaysAfter(day, days)).toBe(end)
})

// A Saturday, a Sunday, a Monday, the day after Christmas, a leap day, and another seed.
test.for([
  ['2026-11-21', demonstrationSeed],
  ['2026-11-22', demonstrationSeed],
  ['2026-11-23', demonstrationSeed],
  ['2026-12-26', demonstrationSeed],
  ['2028-02-29', demonstrationSeed],
  ['2027-06-15', 'another seed'],
] as const)(
  'made on %s (%s), what is past is past and what waits is still to come',
  ([day, seed]) => {
    const plan = planDemonstration({ seed, today: Temporal.PlainDate.from(day) })
    const past = [
      ...plan.entries.map(one => one.at),
      ...plan.cases.flatMap(one => [one.created_at, one.closed_on ?? '']),
      ...plan.casePersons.map(one => one.added_at),
      ...plan.shares.map(one => one.shared_at),
      ...plan.glass.flatMap(one => [one.broken_at, one.reviewed_at ?? '']),
      ...plan.notices.map(one => one.told_at),
      ...plan.sealRequests.map(one => one.asked_at),
      ...plan.users.map(one => one.created_at),
    ]
    expect(past.filter(moment => moment >= day)).toEqual([])
    const review = plan.glass.map(one => [one.reviewed_at === null, one.review_by >= day])
    expect(review).toEqual([
      [false, false],
      [true, true],
      [true, false],
    ])
    for (const lease of plan.leases) {
      const from = Temporal.Instant.from(lease.from_at)
      expect(from.until(lease.until_at, { largestUnit: 'hours' }).hours).toBeLessThanOrEqual(
        90 * 24,
      )
    }
  },
)
