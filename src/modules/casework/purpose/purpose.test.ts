import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOwn, ownWays, type Way } from './purpose.ts'

const me = 'me'
const way = (allowedBy: Way['allowedBy'], ownerId: string | null = 'somebody else'): Way => ({
  allowedBy,
  ownerId,
})

test.for([
  ['a case of the own team', way('team'), true],
  ['a case that names one', way('named'), true],
  ['a case on which one has broken the glass, and said why', way('break-glass'), true],
  ['a case that is shared with the agency', way('share'), false],
  ['a case of somewhere in the area', way('force-wide'), false],
  ['a case of somewhere in the area that one owns', way('force-wide', me), true],
  ['a case of somewhere in the area that nobody owns', way('force-wide', null), false],
] as const)('%s', ([, one, own]) => {
  expect(isOwn([one], me)).toBe(own)
})

test('a person is of the own caseload when any case of theirs is, whatever the others', () => {
  const anyWay = fc.record({
    allowedBy: fc.constantFrom('team', 'named', 'share', 'force-wide', 'break-glass', 'role'),
    ownerId: fc.constantFrom(me, 'somebody else', null),
  })
  fc.assert(
    fc.property(fc.array(anyWay), ways => {
      const own = ways.filter(one => one.ownerId === me || ownWays.includes(one.allowedBy))
      return isOwn(ways, me) === own.length > 0
    }),
  )
})
