import { expect, test } from 'vitest'
import { statesOf, type User } from './user.ts'

const at = '2026-11-23T12:00:00Z'
const working: User = {
  id: '',
  name: 'Ines Hallow',
  agencyId: '',
  agency: '',
  email: null,
  roles: ['Investigator'],
  closed: false,
  stopped: false,
  invitedAt: null,
  invitedUntil: null,
  invitedByTwo: null,
}

test.each<[string, Partial<User>, readonly string[]]>([
  ['somebody at work', {}, ['live']],
  ['somebody without posting', { roles: [] }, ['no posting']],
  ['somebody new', { roles: [], invitedAt: at, invitedUntil: at }, ['invited', 'no posting']],
  ['somebody shut out, whatever else', { closed: true, stopped: true, roles: [] }, ['closed']],
  ['somebody whose agency is stopped', { stopped: true, roles: [] }, ['agency stopped']],
])('%s', (_, facts, states) => {
  expect(statesOf({ ...working, ...facts })).toEqual(states)
})
