import { expect, test } from 'vitest'
import { aResult, three2014, three2015 } from '../testing/builders.ts'
import { gradeShares, shareOf } from './share.ts'
import { isCompleteSplit, isWholeSample } from './sample.ts'

test('a sample that begins with "all" is whole; any other is a part or overlaps', () => {
  expect(isWholeSample(aResult({ sample: 'all (jointly assessed sample)' }))).toBe(true)
  expect(isWholeSample(aResult({ sample: 'child sexual exploitation' }))).toBe(false)
})

test('a split is complete only when every grade of its scale is counted and they add up', () => {
  const whole = aResult({
    cases: 10,
    counts: { good: 2, 'requires improvement': 5, inadequate: 3 },
  })
  expect(isCompleteSplit(whole, three2015)).toBe(true)
  expect(isCompleteSplit({ ...whole, cases: 11 }, three2015)).toBe(false)
  expect(isCompleteSplit({ ...whole, counts: { good: 2, inadequate: 3 } }, three2015)).toBe(false)
  expect(isCompleteSplit(whole, three2014)).toBe(false)
})

test('5 of 9 cases inadequate is 56%, from 27% to 81%', () => {
  const result = aResult({ cases: 9, scale: 'three-2014', counts: { inadequate: 5 } })
  const share = shareOf(result, three2014, 'inadequate')
  expect(share).toMatchObject({ count: 5, of: 9 })
  if (share?.share.is !== 'calculated') throw new Error('no share')
  expect(share.share.estimate).toBeCloseTo(0.556, 3)
  expect(share.share.interval.low).toBeCloseTo(0.267, 3)
  expect(share.share.interval.high).toBeCloseTo(0.811, 3)
})

test('a grade that was not found has no row, so that blank never reads as zero', () => {
  const result = aResult({ cases: 115, scale: 'three-2014', counts: { inadequate: 48 } })
  const found = gradeShares(result, three2014)
  expect(found.is === 'shares' && found.shares.map(({ counted }) => counted)).toEqual([
    'inadequate',
  ])
  expect(shareOf(result, three2014, 'good')).toBeNull()
})

test('two lower grades published only together stay together', () => {
  const result = aResult({ cases: 374, counts: { good: 96 }, notGood: 278 })
  const found = gradeShares(result, three2015)
  expect(
    found.is === 'shares' && found.shares.map(({ counted, count }) => [counted, count]),
  ).toEqual([
    ['good', 96],
    ['requires improvement or inadequate', 278],
  ])
})

test('counts that contradict their total are shown without any share', () => {
  const result = aResult({
    cases: 20,
    counts: { good: 9, 'requires improvement': 16, inadequate: 4 },
    certainty: 'published (source disagrees with itself)',
  })
  const found = gradeShares(result, three2015)
  expect(found).toMatchObject({ is: 'contradiction', why: expect.stringContaining('20 cases') })
  expect(found).toMatchObject({ why: expect.stringContaining('29') })
  expect(shareOf(result, three2015, 'good')).toBeNull()
})

test('a rounded share without a count is told in words and worked out into nothing', () => {
  const result = aResult({ cases: null, counts: {}, goodPercent: 29 })
  expect(gradeShares(result, three2015)).toEqual({
    is: 'nothing counted',
    why: 'Only a rounded share was published: 29% good, without the number of cases.',
  })
})
