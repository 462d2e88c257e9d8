import { expect, test } from 'vitest'
import { ownSearches, type OwnSearch } from './rule.ts'

const search = (wishes: Partial<OwnSearch> = {}): OwnSearch => ({
  id: 'entry',
  at: '2026-11-20T10:31:00Z',
  userId: 'user',
  codes: ['own-surname'],
  shown: 1,
  workedAt: null,
  ...wishes,
})

test('a search for the own name that no work followed is found, with what it was for', () => {
  const [found] = ownSearches([
    search(),
    search({ id: 'later', at: '2026-11-20T21:00:00Z', codes: ['own-address'], shown: 0 }),
  ])
  expect(found).toMatchObject({ about: 'user', entries: ['entry', 'later'] })
  expect(found!.facts).toEqual([
    '1 search for the own family name and 1 search for the own address.',
    'Somebody was found by 1 search; no case of theirs was changed within an hour.',
  ])
})

test('work within the hour explains it; a minute later it does not', () => {
  expect(ownSearches([search({ workedAt: '2026-11-20T10:35:00Z' })])).toEqual([])
  expect(ownSearches([search({ workedAt: '2026-11-20T11:31:00Z' })])).toEqual([])
  expect(ownSearches([search({ workedAt: '2026-11-20T11:31:00.000001Z' })])).toHaveLength(1)
})

test('work after one search explains that one alone', () => {
  const [found] = ownSearches([
    search({ id: 'idle', at: '2026-11-19T22:00:00Z' }),
    search({ workedAt: '2026-11-20T10:35:00Z' }),
  ])
  expect(found!.entries).toEqual(['idle'])
})

test('that nobody was found is said, as it was still looked for', () => {
  expect(ownSearches([search({ shown: 0 })])[0]!.facts[1]).toBe('Nobody was found.')
})
