import { expect, test } from 'vitest'
import { nextFirst } from './first.ts'

const [ended, used, later] = [
  { id: 'ended', untilOn: '2026-11-23' },
  { id: 'used', untilOn: null },
  { id: 'later', untilOn: '2026-11-24' },
]
const today = '2026-11-23'

test.for([
  ['a name that is used stays', [used, ended], false, null],
  ['a name that ended gives way to the next that is used', [ended, used], false, 'used'],
  ['one that ends tomorrow is still used', [ended, later, used], false, 'later'],
  ['where all ended, the first stays', [ended, { ...ended, id: 'other' }], false, null],
  ['what somebody chose stays', [ended, used], true, null],
  ['nobody has no name', [], false, null],
] as const)('%s', ([, names, isChosen, next]) => {
  expect(nextFirst(names, { today, isChosen })).toBe(next)
})
