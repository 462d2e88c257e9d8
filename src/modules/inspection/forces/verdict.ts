import { newcombe } from '../../../methods/intervals/newcombe.ts'
import type { Graded } from '../grading/graded.ts'
import type { Scales } from '../grading/scale.ts'
import { scaleOf } from '../grading/scale.ts'
import type { GradeShare } from '../grading/share.ts'
import { shareOf } from '../grading/share.ts'
import { whyNotComparable } from './comparable.ts'

/**
 * What two inspections of one force show beside each other.
 *
 * The share of cases graded good in the later sample less that in the earlier one, with Newcombe's
 * 95% interval (method 10). The words follow from the interval alone: all above zero, all below, or
 * not. They speak of the cases that were graded; the cases were chosen, so nothing here shows that
 * the force changed.
 */
export type Verdict = Compared | NotCompared

export interface Compared {
  is: 'later cases graded better' | 'later cases graded worse' | 'no clear difference'
  earlier: Graded
  later: Graded
  good: ShareChange
  inadequate: ShareChange | null
  /** Newcombe's 99.8% interval lies on the same side of zero too. */
  farBeyondChance: boolean
  warnings: string[]
}

export interface NotCompared {
  is: 'cannot be compared'
  earlier: Graded
  later: Graded
  reasons: string[]
}

/** Two shares and their difference, later less earlier. */
export interface ShareChange {
  earlier: GradeShare
  later: GradeShare
  difference: ReturnType<typeof newcombe>
}

/** Stands beside every verdict, whatever it says. */
export const caveat = 'The cases were chosen, so this does not show that the force changed.'

export function compareInspections(earlier: Graded, later: Graded, scales: Scales): Verdict {
  const reasons = whyNotComparable(earlier.result, later.result, scales)
  if (reasons.length > 0) return { is: 'cannot be compared', earlier, later, reasons }
  const good = shareChange(earlier, later, 'good', scales)
  const limits = good && intervalAt(good, 0.95)
  if (good === null || limits === null) {
    return {
      is: 'cannot be compared',
      earlier,
      later,
      reasons: ['The number of cases graded good was not published for both.'],
    }
  }
  const inadequate = shareChange(earlier, later, 'inadequate', scales)
  return {
    is: wordsFor(limits),
    earlier,
    later,
    good,
    inadequate,
    farBeyondChance: sideOf(limits) !== 0 && sideOf(intervalAt(good, 0.998)) === sideOf(limits),
    warnings: warningsAbout(good, inadequate, later),
  }
}

interface Limits {
  low: number
  high: number
}

/** 1 when all of the interval is above zero, -1 when all is below, else 0. */
const sideOf = (limits: Limits | null): -1 | 0 | 1 => {
  if (limits === null) return 0
  if (limits.low > 0) return 1
  return limits.high < 0 ? -1 : 0
}

function wordsFor(limits: Limits): Compared['is'] {
  const side = sideOf(limits)
  if (side === 0) return 'no clear difference'
  return side === 1 ? 'later cases graded better' : 'later cases graded worse'
}

function shareChange(
  earlier: Graded,
  later: Graded,
  counted: 'good' | 'inadequate',
  scales: Scales,
): ShareChange | null {
  const first = shareOf(earlier.result, scaleOf(earlier.result, scales), counted)
  const second = shareOf(later.result, scaleOf(later.result, scales), counted)
  if (first === null || second === null) return null
  return { earlier: first, later: second, difference: newcombe(countsOf(first, second, 0.95)) }
}

const countsOf = <Level extends number>(first: GradeShare, second: GradeShare, level: Level) => ({
  x1: first.count,
  n1: first.of,
  x2: second.count,
  n2: second.of,
  level,
})

function intervalAt(change: ShareChange, level: number): Limits | null {
  const found = newcombe(countsOf(change.earlier, change.later, level))
  return found.is === 'calculated' ? found.interval : null
}

function warningsAbout(good: ShareChange, inadequate: ShareChange | null, later: Graded): string[] {
  const rose = (change: ShareChange | null) =>
    change !== null &&
    change.later.count / change.later.of > change.earlier.count / change.earlier.of
  const warnings: string[] = []
  if (rose(good) && rose(inadequate)) {
    warnings.push('The share graded good and the share graded inadequate both rose.')
  }
  if (later.visit.kind !== 'inspection') {
    warnings.push(
      'The later sample is from a review or an update, which may look first at what failed before.',
    )
  }
  return warnings
}
