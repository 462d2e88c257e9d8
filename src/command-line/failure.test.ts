import { expect, test } from 'vitest'
import pg from 'pg'
import { Broken } from '../platform/log/broken.ts'
import { Refusal } from '../platform/log/refusal.ts'
import { failureSentence } from './failure.ts'

test('a refusal is told in its own sentence', () => {
  expect(failureSentence(new Refusal('PORT_TAKEN', 'Port 3000 is used.'))).toBe(
    'Port 3000 is used.',
  )
})

test('a surprise is told by its code, its facts and what the machine said', () => {
  const cause = new Error('relation "a" already exists\n')
  expect(failureSentence(new Broken('MIGRATION_FAILED', { migration: '0002_b' }, cause))).toBe(
    'Turnstone cannot go on: MIGRATION_FAILED (migration 0002_b). docs/operations.md says what this means.\nrelation "a" already exists',
  )
})

test('anything else has a code too, and never a stack', () => {
  expect(failureSentence(new TypeError('x is not a function'))).toBe(
    'Turnstone cannot go on: UNEXPECTED. docs/operations.md says what this means.\nx is not a function',
  )
})

test('a full disk is told as a full disk, however deep the database says so', () => {
  const full = new pg.DatabaseError('could not extend file', 0, 'error')
  full.code = '53100'
  const error = new Broken('MIGRATION_FAILED', {}, new Broken('DATABASE_REFUSED', {}, full))
  expect(failureSentence(error)).toMatch(/^The disk of the database is full\./)
})
