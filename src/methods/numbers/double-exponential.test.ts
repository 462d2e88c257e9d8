import { expect, test } from 'vitest'
import { addUp, doubleExponential } from './double-exponential.ts'

const rule = doubleExponential(48)

test.each([
  ['a constant', () => 1, 1],
  ['a wave', (x: number) => Math.sin(Math.PI * x), 2 / Math.PI],
  ['a root with a vertical start', (x: number) => Math.sqrt(x), 2 / 3],
  ['a logarithm that falls without end', (x: number) => Math.log(x), -1],
])('the integral of %s', (_, f, known) => {
  expect(addUp(rule, f)).toBeCloseTo(known, 12)
})
