import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Broken } from '../../log/broken.ts'
import {
  atStart,
  countInWords,
  counted,
  listInWords,
  percent,
  percentInterval,
  plural,
  pointsInterval,
  pointsInWords,
  withThousands,
} from './numbers.ts'

test('short counts are words, longer ones are figures', () => {
  expect([0, 1, 9, 10, 1234].map(countInWords)).toEqual(['no', 'one', 'nine', '10', '1,234'])
})

test('a count agrees with its noun', () => {
  expect(plural(1, 'case')).toBe('one case')
  expect(plural(5, 'case')).toBe('five cases')
  expect(plural(0, 'inquiry', 'inquiries')).toBe('no inquiries')
  expect(counted(1, 'case')).toBe('1 case')
  expect(counted(1299, 'case')).toBe('1,299 cases')
  expect(atStart(plural(9, 'force'))).toBe('Nine forces')
})

test('thousands are set apart, before the point only', () => {
  expect([999, 1000, 1234567, 0.12345, 1234.5678, -1000].map(withThousands)).toEqual([
    '999',
    '1,000',
    '1,234,567',
    '0.12345',
    '1,234.5678',
    '\u22121,000',
  ])
})

test('a share is a percentage with as many decimals as asked', () => {
  expect(percent(17 / 69)).toBe('25%')
  expect(percent(0.251, 1)).toBe('25.1%')
  expect(percent(0.2464, 1)).toBe('24.6%')
  expect(percent(0.2, 1)).toBe('20.0%')
})

test('halves round up although the machine holds them a little below', () => {
  expect(percent(0.145)).toBe('15%')
  expect(percent(0.285)).toBe('29%')
  expect(percent(0.1005, 1)).toBe('10.1%')
})

test('nothing is 0% or 100% unless it is', () => {
  expect([0, 0.001, 0.0049, 0.0051, 0.9951, 1].map(share => percent(share))).toEqual([
    '0%',
    'under 1%',
    'under 1%',
    '1%',
    'over 99%',
    '100%',
  ])
  expect(percent(0.0001, 1)).toBe('under 0.1%')
  expect(percent(0.99999, 1)).toBe('over 99.9%')
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: 3 }),
      (share, decimals) => {
        const shown = percent(share, decimals)
        if (Number.parseFloat(shown) === 0) expect(share).toBe(0)
        if (Number.parseFloat(shown) === 100) expect(share).toBe(1)
      },
    ),
  )
})

test('what is no share is refused, never printed', () => {
  for (const share of [Number.NaN, -0.01, 1.01, Number.POSITIVE_INFINITY])
    expect(() => percent(share)).toThrow(Broken)
})

test('an interval names both ends', () => {
  expect(percentInterval(0.2667, 0.8112)).toBe('27% to 81%')
  expect(percentInterval(0, 0.1546, 1)).toBe('0.0% to 15.5%')
})

test('a difference of shares says which way it goes', () => {
  expect(pointsInWords(0.19)).toBe('19 percentage points higher')
  expect(pointsInWords(-0.01)).toBe('1 percentage point lower')
  expect(pointsInWords(0.002)).toBe('under 1 percentage point higher')
  expect(pointsInWords(0)).toBe('no difference')
})

test('an interval of a difference shows whether it reaches both ways', () => {
  expect(pointsInterval(-0.24, -0.13)).toBe('13 to 24 percentage points lower')
  expect(pointsInterval(0.02, 0.3)).toBe('2 to 30 percentage points higher')
  expect(pointsInterval(-0.04, 0.4)).toBe(
    '4 percentage points lower to 40 percentage points higher',
  )
})

test('a list has commas and one joiner', () => {
  expect(listInWords([])).toBe('')
  expect(listInWords(['Kent'])).toBe('Kent')
  expect(listInWords(['Kent', 'Essex'])).toBe('Kent and Essex')
  expect(listInWords(['Kent', 'Essex', 'Suffolk'])).toBe('Kent, Essex and Suffolk')
  expect(listInWords(['good', 'adequate', 'inadequate'], 'or')).toBe('good, adequate or inadequate')
})
