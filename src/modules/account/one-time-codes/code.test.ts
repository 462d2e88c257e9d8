import { describe, expect, test } from 'vitest'
import { addressOf, codeAt, newCodeSecret, secretInWords, stepOf, type CodeSecret } from './code.ts'

/** RFC 6238, appendix B, SHA-1; of its eight digits the last six, as RFC 4226 (5.3) takes them. */
const ofTheRfc = Buffer.from('12345678901234567890') as CodeSecret
const examples: [seconds: number, code: string][] = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
]

test.each(examples)('at %i seconds the code of the RFC is %s', (seconds, code) => {
  expect(codeAt(ofTheRfc, seconds)).toBe(code)
  expect(stepOf(code, ofTheRfc, seconds)).toBe(Math.floor(seconds / 30))
})

describe('a code is of its step, the one before or the one after', () => {
  const code = codeAt(ofTheRfc, 1_000_000_005)
  const step = Math.floor(1_000_000_005 / 30)

  test.each([-30, 0, 30])('%i seconds away it is', away => {
    expect(stepOf(code, ofTheRfc, 1_000_000_005 + away)).toBe(step)
  })
  test.each([-90, -60, 60, 90])('%i seconds away it is of no step', away => {
    expect(stepOf(code, ofTheRfc, 1_000_000_005 + away)).toBeNull()
  })
})

test.each(['', '12345', '1234567', 'abcdef', '000 000'])('“%s” is no code', code => {
  expect(stepOf(code, ofTheRfc, 59)).toBeNull()
})

test('a new secret has 160 bits and is told as letters and as an address for an app', () => {
  const secret = newCodeSecret()
  expect(secret).toHaveLength(20)
  expect(secretInWords(ofTheRfc)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
  expect(addressOf(ofTheRfc, 'ines@ardenshire.example')).toBe(
    'otpauth://totp/Turnstone:ines%40ardenshire.example?issuer=Turnstone&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&algorithm=SHA1&digits=6&period=30',
  )
})
