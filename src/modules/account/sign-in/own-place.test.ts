import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownPlace } from './own-place.ts'

test.each(['/cases', '/cases/TS-7K3M-9QXC/people', '/'])('%s is a place of ours', place => {
  expect(ownPlace(place)).toBe(place)
})

test.each([
  undefined,
  '',
  ['/cases', '/people'],
  'cases',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '\\\\elsewhere.example',
  'https://elsewhere.example/',
  'javascript:alert(1)',
  '/\t/elsewhere.example',
  '/.//elsewhere.example',
  '/x/..//elsewhere.example',
  '/cases?next=//elsewhere.example',
  '/sign-in',
  '/sign-out',
])('%s leads to the first page of one’s work', next => {
  expect(ownPlace(next)).toBe('/work')
})

test('whatever is asked for, the answer is a path of this site', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map(text => `/${text}`),
      ),
      next => {
        const place = ownPlace(next)
        expect(place).toMatch(/^\/(?![/\\])/)
        expect(new URL(place, 'https://here.example').host).toBe('here.example')
      },
    ),
  )
})
