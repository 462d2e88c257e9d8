import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import type { ProgramKey } from '../../../platform/sessions/program-key.ts'
import { isChallenge, newChallenge } from './challenge.ts'

const key = randomBytes(32) as ProgramKey
const made = Buffer.from(newChallenge(key, 'use', 1_000_000)).toString('base64url')
const isOurs = (purpose: string, now: number, challenge = made, by = key): boolean =>
  isChallenge(by, purpose, { challenge, now })

test('a challenge holds for five minutes, for what it was asked for', () => {
  expect([isOurs('use', 1_000_000), isOurs('use', 1_000_300)]).toEqual([true, true])
  expect([isOurs('use', 1_000_301), isOurs('use', 999_990)]).toEqual([false, false])
  expect(isOurs('make|session', 1_000_000)).toBe(false)
})

test('neither another program’s nor one that was changed anywhere holds', () => {
  expect(isOurs('use', 1_000_000, made, randomBytes(32) as ProgramKey)).toBe(false)
  const bytes = Buffer.from(made, 'base64url')
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes)
    changed.writeUInt8((changed.readUInt8(at) + 1) % 256, at)
    expect(isOurs('use', 1_000_000, changed.toString('base64url'))).toBe(false)
  }
  expect(isOurs('use', 1_000_000, '')).toBe(false)
})
