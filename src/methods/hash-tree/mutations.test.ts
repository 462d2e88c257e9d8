import { expect, test } from 'vitest'
import { origin, ours, soundLog } from './testing/audit-log.ts'
import { chooserOf, mutations } from './testing/mutations.ts'
import type { VerifierKey } from './verifier-key.ts'
import { verifyLog } from './verify-log.ts'

/** Each text and signature is checked for real once; most of 10,000 logs have most notes in common. */
const remembering = (key: VerifierKey): VerifierKey => {
  const answers = new Map<string, boolean>()
  return {
    ...key,
    accepts: (text, signature) => {
      const pair = Buffer.concat([text, signature]).toString('base64')
      const answer = answers.get(pair) ?? key.accepts(text, signature)
      answers.set(pair, answer)
      return answer
    },
  }
}

test('of 10,000 single changes to a log of 200 entries, each is found and named rightly', () => {
  const sound = soundLog()
  const keys = [remembering(ours.key)]
  const verdictOf = (log: typeof sound) =>
    verifyLog({ origin, keys, checkpoints: log.checkpoints, outside: log.outside }, log.entries)
  expect(verdictOf(sound).is).toBe('whole')
  const choose = chooserOf(20_261_123)
  const missed: string[] = []
  let found = 0
  for (let round = 0; round < 10_000; round++) {
    const [name, change, findings] = mutations[round % mutations.length]!
    const verdict = verdictOf(change(sound, choose))
    const isNamed =
      verdict.is === 'broken' && verdict.findings.some(({ is }) => findings.includes(is))
    if (isNamed) found++
    else missed.push(`${String(round)}: ${name}: ${JSON.stringify(verdict)}`)
  }
  expect(missed).toEqual([])
  expect(found).toBe(10_000)
}, 60_000)
