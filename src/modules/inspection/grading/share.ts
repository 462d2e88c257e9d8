import { wilson } from '../../../methods/intervals/wilson.ts'
import type { Result } from '../record/visit.ts'
import { contradictsItself, countedCases } from './sample.ts'
import type { Scale } from './scale.ts'

/** What was counted: one grade of the scale, or its lower grades together: "adequate or inadequate". */
export type Counted = string

/** How many cases of a sample received a grade, as a count and as a share with its 95% interval. */
export interface GradeShare {
  counted: Counted
  count: number
  of: number
  share: ReturnType<typeof wilson>
}

export type GradeShares =
  | { is: 'shares'; shares: GradeShare[] }
  /** The source contradicts itself: its counts are shown, no share is worked out. */
  | { is: 'contradiction'; counts: { counted: Counted; count: number }[]; why: string }
  /** Something else than grades was counted: what, the note of the row tells. */
  | { is: 'outcomes'; count: number; of: number; why: string }
  | { is: 'nothing counted'; why: string }

/**
 * The counts of one sample in the scale of its own time, best grade first, each with a Wilson 95%
 * interval. A grade that was not found has no row: blank means "not found", never zero.
 */
export function gradeShares(result: Result, scale: Scale | null): GradeShares {
  const counts = countsOf(result, scale)
  const { cases } = result
  if (result.outcomes !== null && cases !== null) return outcomesOf(result.outcomes, cases)
  if (counts.length === 0) return { is: 'nothing counted', why: whyNothing(result) }
  if (contradictsItself(result)) {
    return { is: 'contradiction', counts, why: contradictionOf(result) }
  }
  if (cases === null) {
    return { is: 'contradiction', counts, why: 'The number of cases in the sample was not found.' }
  }
  return {
    is: 'shares',
    shares: counts.map(({ counted, count }) => ({
      counted,
      count,
      of: cases,
      share: wilson({ x: count, n: cases, level: 0.95 }),
    })),
  }
}

/** The share of one grade in a sample, or null where it was not counted or cannot be worked out. */
export function shareOf(result: Result, scale: Scale | null, counted: Counted): GradeShare | null {
  const found = gradeShares(result, scale)
  if (found.is !== 'shares') return null
  return found.shares.find(share => share.counted === counted) ?? null
}

function countsOf(result: Result, scale: Scale | null): { counted: Counted; count: number }[] {
  const grades = scale?.grades ?? []
  const single = grades.flatMap(counted => {
    const count = result.counts[counted]
    return count === undefined ? [] : [{ counted, count }]
  })
  const lower = grades.slice(1)
  const { notGood } = result
  if (notGood === null || lower.every(grade => result.counts[grade] !== undefined)) return single
  return [...single, { counted: lower.join(' or '), count: notGood }]
}

const outcomesOf = (count: number, of: number): GradeShares => ({
  is: 'outcomes',
  count,
  of,
  why: `${count} of ${of} cases: a count of what happened, not a grade.`,
})

function contradictionOf(result: Result): string {
  const counted = countedCases(result)
  return `The source gives ${result.cases ?? 'no number of'} cases and grades that add up to ${counted ?? 'nothing'}, so no share is worked out.`
}

function whyNothing(result: Result): string {
  if (result.goodPercent !== null) {
    return `Only a rounded share was published: ${result.goodPercent}% good, without the number of cases.`
  }
  if (result.cases !== null) {
    return `The sample had ${result.cases} cases; how they were graded was not found.`
  }
  return 'No counts of graded cases were found.'
}
