import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Graded } from '../grading/graded.ts'
import { aResult, aVisit, gradedIn, scales } from '../testing/builders.ts'
import { compareInspections, type Verdict } from './verdict.ts'

const interval = (verdict: Verdict): [number, number] => {
  if (verdict.is === 'cannot be compared' || verdict.good.difference.is !== 'calculated') {
    throw new Error(`No interval: ${verdict.is}`)
  }
  const { low, high } = verdict.good.difference.interval
  return [low, high]
}

test('26% good of 374, then 7% of 135: later cases graded worse, far beyond chance', () => {
  const earlier = gradedIn('2016-02', [96, 200, 78])
  const later = gradedIn('2017-08', [10, 64, 61], { kind: 'quarterly update' })
  const verdict = compareInspections(earlier, later, scales)
  expect(verdict).toMatchObject({ is: 'later cases graded worse', farBeyondChance: true })
  const [low, high] = interval(verdict)
  expect(low).toBeCloseTo(-0.2399, 3)
  expect(high).toBeCloseTo(-0.1121, 3)
})

test('38% good of 72, then 57% of 30: no clear difference', () => {
  const verdict = compareInspections(
    gradedIn('2022-07', [27, 24, 21]),
    gradedIn('2023-07', [17, 7, 6]),
    scales,
  )
  expect(verdict).toMatchObject({ is: 'no clear difference', farBeyondChance: false })
  const [low, high] = interval(verdict)
  expect(low).toBeLessThan(0)
  expect(high).toBeGreaterThan(0)
})

test('when good and inadequate both rose, it is said', () => {
  const verdict = compareInspections(
    gradedIn('2021-11', [13, 34, 26]),
    gradedIn('2022-12', [11, 8, 14]),
    scales,
  )
  expect(verdict).toMatchObject({
    is: 'no clear difference',
    warnings: ['The share graded good and the share graded inadequate both rose.'],
  })
})

test('5 of 9 inadequate, then 17 of 21 inadequate or requiring improvement cannot be compared', () => {
  const earlier: Graded = {
    visit: aVisit(),
    result: aResult({
      sample: 'child sexual exploitation',
      scale: 'three-2014',
      cases: 9,
      counts: { inadequate: 5 },
    }),
  }
  const later: Graded = {
    visit: aVisit({ kind: 'post-inspection review' }),
    result: aResult({ sample: 'child sexual exploitation', cases: 21, counts: {}, notGood: 17 }),
  }
  expect(compareInspections(earlier, later, scales)).toMatchObject({
    is: 'cannot be compared',
    reasons: [
      'The scales differ: the earlier cases were graded good, adequate, inadequate; the later ones good, requires improvement, inadequate.',
      'They count different grades: 5 of 9 inadequate, then 17 of 21 inadequate or requiring improvement.',
      'Both are part samples (child sexual exploitation): how these cases were chosen was not published.',
    ],
  })
})

test('a source that contradicts itself is never compared', () => {
  const sound = gradedIn('2021-01', [10, 10, 10])
  const contradictory = gradedIn('2022-01', [9, 16, 4])
  contradictory.result.cases = 20
  contradictory.result.certainty = 'published (source disagrees with itself)'
  expect(compareInspections(sound, contradictory, scales)).toMatchObject({
    is: 'cannot be compared',
    reasons: expect.arrayContaining(['The source of one of them contradicts itself.']),
  })
})

const split = fc.tuple(fc.nat(150), fc.nat(150), fc.nat(150)).filter(([a, b, c]) => a + b + c > 0)

test('swapping earlier and later turns better into worse and leaves the rest', () => {
  const mirrored: Record<Verdict['is'], Verdict['is']> = {
    'later cases graded better': 'later cases graded worse',
    'later cases graded worse': 'later cases graded better',
    'no clear difference': 'no clear difference',
    'cannot be compared': 'cannot be compared',
  }
  fc.assert(
    fc.property(split, split, (one, other) => {
      const [first, second] = [gradedIn('2021-01', one), gradedIn('2022-01', other)]
      const there = compareInspections(first, second, scales)
      const back = compareInspections(second, first, scales)
      return back.is === mirrored[there.is]
    }),
  )
})

test('the same split twice is never a difference', () => {
  fc.assert(
    fc.property(
      split,
      both =>
        compareInspections(gradedIn('2021-01', both), gradedIn('2022-01', both), scales).is ===
        'no clear difference',
    ),
  )
})
