import { expect, test } from 'vitest'
import { leads, nothingLed, type RecordLook, type Way } from './rule.ts'

const thrale = 'a0000000-0000-4000-8000-000000000001'
const other = 'a0000000-0000-4000-8000-000000000002'

let count = 0
const look = (at: string, ways: readonly Way[], wishes: Partial<RecordLook> = {}): RecordLook => ({
  id: `entry ${String(count++)}`,
  at,
  userId: thrale,
  caseId: 'case',
  personId: null,
  ways,
  ...wishes,
})

const posted: Way = {
  kind: 'area',
  from: '2026-09-01T08:00:00+00:00',
  until: '2026-10-25T00:00:00+00:00',
}

test('a look after the last day of a posting is found, and the finding says when that was', () => {
  const [found, ...rest] = nothingLed([
    look('2026-11-20T20:13:00Z', [posted]),
    look('2026-11-18T21:20:00Z', [posted], { caseId: null, personId: 'person' }),
  ])
  expect(rest).toEqual([])
  expect(found).toMatchObject({
    rule: 'nothing-led',
    about: thrale,
    users: [thrale],
    first: '2026-11-18T21:20:00Z',
    last: '2026-11-20T20:13:00Z',
  })
  expect(found!.facts).toEqual([
    '2 looks, at 1 case and 1 record of a person.',
    'A posting to the whole area ended on 25 October 2026.',
  ])
})

test('a way leads from its first moment up to and without its last, to the microsecond', () => {
  expect(leads(posted, '2026-09-01T08:00:00Z')).toBe(true)
  expect(leads(posted, '2026-09-01T07:59:59.999999Z')).toBe(false)
  expect(leads(posted, '2026-10-24T23:59:59.999999Z')).toBe(true)
  expect(leads(posted, '2026-10-25T00:00:00Z')).toBe(false)
  expect(leads({ ...posted, until: null }, '2036-01-01T00:00:00Z')).toBe(true)
})

test('one way of several is enough, whatever its kind', () => {
  const kinds = ['team', 'earlier-team', 'area', 'own', 'named', 'share', 'break-glass'] as const
  for (const kind of kinds) {
    const way: Way = { kind, from: '2026-11-01T00:00:00+00:00', until: null }
    expect(nothingLed([look('2026-11-20T20:13:00Z', [posted, way])])).toEqual([])
  }
})

test('what nothing ever led to is said so, and each colleague is a finding', () => {
  const found = nothingLed([
    look('2026-11-20T20:13:00Z', []),
    look('2026-11-20T20:14:00Z', [], { userId: other }),
  ])
  expect(found.map(({ about }) => about).toSorted()).toEqual([thrale, other])
  expect(found[0]!.facts[1]).toBe('Nothing led there before either.')
})
