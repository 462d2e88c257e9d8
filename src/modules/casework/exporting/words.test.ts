import { expect, test } from 'vitest'
import type { ExportAsked } from './export.ts'
import { aboutHowMany, askedInWords } from './words.ts'

const asked: ExportAsked = {
  name: '',
  exact: '',
  state: 'open',
  type: '',
  team: '',
  own: '',
  sensitivity: 'ordinary',
}

test('what was asked reads as one sentence, with the name and without', () => {
  const any = { asked, byName: false, team: null }
  expect(askedInWords(any, { name: true })).toBe('Open ordinary cases')
  const narrow = {
    asked: { ...asked, name: 'Wren', state: 'all', own: 'yes', sensitivity: 'restricted' },
    byName: true,
    team: 'Missing Team',
  } as const
  expect(askedInWords(narrow, { name: true })).toBe(
    'Open and closed restricted cases, that name whoever asks, of the team Missing Team, that whoever asks owns, with somebody whose name begins “Wren”',
  )
  expect(askedInWords(narrow, { name: false })).not.toContain('Wren')
  const hidden = { ...narrow, asked: { ...narrow.asked, name: '' } }
  expect(askedInWords(hidden, { name: true })).toMatch(/with somebody of one name$/)
})

test.for([
  [1, '10 or fewer'],
  [10, '10 or fewer'],
  [11, '11 to 100'],
  [100, '11 to 100'],
  [101, '101 to 500'],
] as const)('of %s ordinary cases a second person is told "%s"', ([counted, words]) => {
  expect(aboutHowMany({ asked, counted })).toBe(words)
})

test('of restricted cases a second person is not told how many', () => {
  const restricted = { asked: { ...asked, sensitivity: 'restricted' } as const, counted: 3 }
  expect(aboutHowMany(restricted)).toBe('Not told: the cases are restricted')
})
