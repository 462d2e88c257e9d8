import type { Graded } from '../grading/graded.ts'
import { contradictsItself, countedCases } from '../grading/sample.ts'
import type { Scale, Scales } from '../grading/scale.ts'
import { scaleOf } from '../grading/scale.ts'
import type { Grade, Result, Visit } from '../record/visit.ts'

/**
 * Optimism: how a force graded cases that inspectors graded too. The record holds only the totals of
 * each side (the margins), never which case received which grade, so nothing here is paired: the
 * number of cases graded differently is known only as "at least".
 */
export interface Optimism {
  forceName: string
  visit: Visit
  scale: Scale
  cases: number
  byForce: Result
  byInspectors: Result
  /** Force's mean grade less inspectors', in grades of the scale; positive = the force graded higher. */
  meanDifference: { low: number; high: number } | { is: 'not defined'; reason: string }
  /** Cases that the force must have graded higher, however the grades are paired. */
  atLeastHigher: number
  /** Set where a side's grades do not add up to the cases. */
  contradiction: string | null
}

/** Every visit at which both sides graded a sample of the same name and size. */
export function optimismIn(
  forces: readonly { slug: string; name: string }[],
  graded: readonly Graded[],
  scales: Scales,
): Optimism[] {
  const own = graded.filter(({ result }) => result.assessor === 'force')
  return own.flatMap(({ visit, result }) => {
    const inspectors = graded.find(
      other =>
        other.visit.id === visit.id &&
        other.result.assessor === 'inspector' &&
        other.result.sample === result.sample &&
        other.result.cases === result.cases,
    )
    const scale = scaleOf(result, scales)
    if (inspectors === undefined || scale === null || result.cases === null) return []
    const forceName = forces.find(({ slug }) => slug === visit.subject)?.name ?? visit.subject
    return [{ forceName, visit, ...compareMargins(scale, result, inspectors.result) }]
  })
}

function compareMargins(
  scale: Scale,
  byForce: Result,
  byInspectors: Result,
): Omit<Optimism, 'forceName' | 'visit'> {
  const cases = byForce.cases ?? 0
  const contradictory = [byForce, byInspectors].find(contradictsItself)
  return {
    scale,
    cases,
    byForce,
    byInspectors,
    meanDifference: meanDifference(scale, byForce, byInspectors),
    atLeastHigher: atLeastHigher(scale, byForce, byInspectors),
    contradiction:
      contradictory === undefined
        ? null
        : `The sample had ${cases} cases, but the grades by ${contradictory.assessor === 'force' ? 'the force' : 'inspectors'} add up to ${countedCases(contradictory) ?? 0}.`,
  }
}

/** Steps from the worst grade: inadequate 0, up to the best. Each step counts the same, a choice of ours. */
function meanDifference(
  scale: Scale,
  byForce: Result,
  byInspectors: Result,
): Optimism['meanDifference'] {
  const [own, theirs] = [meanGrade(scale, byForce), meanGrade(scale, byInspectors)]
  if (own === null || theirs === null) {
    return {
      is: 'not defined',
      reason: 'Only the two lower grades together were published, so there is no mean grade.',
    }
  }
  return { low: own.low - theirs.high, high: own.high - theirs.low }
}

/**
 * The mean grade of one side. Where the counts add up to more than the cases, one count is too high
 * and nobody knows which: the range over every way to take the excess from a single count.
 */
function meanGrade(scale: Scale, result: Result): { low: number; high: number } | null {
  const counts = scale.grades.map(grade => result.counts[grade])
  if (result.cases === null || counts.some(count => count === undefined)) return null
  const cases = result.cases
  const known = counts.map(count => count ?? 0)
  const steps = known.map((_, at) => known.length - 1 - at)
  const excess = known.reduce((sum, count) => sum + count, 0) - cases
  const total = known.reduce((sum, count, at) => sum + count * (steps[at] ?? 0), 0)
  const possible = steps
    .filter((_, at) => excess === 0 || (known[at] ?? 0) >= excess)
    .map(step => (total - excess * step) / cases)
  return { low: Math.min(...possible), high: Math.max(...possible) }
}

/**
 * Of the cases that inspectors put at or below a grade, those that the force cannot also have put
 * there: the largest such gap over the grades. A case behind the gap was graded higher by the force.
 */
function atLeastHigher(scale: Scale, byForce: Result, byInspectors: Result): number {
  const excess = Math.max(0, (countedCases(byInspectors) ?? 0) - (byInspectors.cases ?? 0))
  const gaps = scale.grades
    .map((_, at) => scale.grades.slice(at))
    .flatMap(lowest => {
      const [own, theirs] = [countAtOrBelow(byForce, lowest), countAtOrBelow(byInspectors, lowest)]
      return own === null || theirs === null ? [] : [theirs - own - excess]
    })
  return Math.max(0, ...gaps)
}

function countAtOrBelow(result: Result, lowest: readonly Grade[]): number | null {
  const counts = lowest.map(grade => result.counts[grade])
  if (counts.every(count => count !== undefined)) {
    return counts.reduce((sum, count) => sum + count, 0)
  }
  const bothLower = lowest.length === 2 && lowest[0] === 'requires improvement'
  return bothLower ? result.notGood : null
}
