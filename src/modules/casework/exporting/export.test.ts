import { expect, test } from 'vitest'
import { stateOf, type Download } from './export.ts'

const taken = (times: number): Download[] =>
  Array.from({ length: times }, () => ({ takenAt: '2026-11-23T12:00:00Z', cases: 1, digest: '' }))

test.for([
  ['that nobody decided waits', { agreed: null, isLate: false }, 0, 'waiting'],
  ['that nobody decided in time has lapsed', { agreed: null, isLate: true }, 0, 'lapsed'],
  ['that somebody declined is over and done', { agreed: false, isLate: false }, 0, 'declined'],
  ['that somebody agreed to may be taken', { agreed: true, isLate: false }, 2, 'ready'],
  ['that was taken as often as it may', { agreed: true, isLate: false }, 3, 'used up'],
  ['whose hours have passed', { agreed: true, isLate: true }, 2, 'over'],
  [
    'that was taken as often as it may, and whose hours have passed',
    { agreed: true, isLate: true },
    3,
    'used up',
  ],
] as const)('a request %s', ([, facts, times, state]) => {
  expect(stateOf({ ...facts, downloads: taken(times) }, 3)).toBe(state)
})
