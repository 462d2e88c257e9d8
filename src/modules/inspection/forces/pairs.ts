import type { Graded } from '../grading/graded.ts'
import { hasCounts, isWholeSample } from '../grading/sample.ts'
import type { Scales } from '../grading/scale.ts'
import type { AreaGrade } from '../record/visit.ts'
import { compareInspections, type Verdict } from './verdict.ts'

export type Span = 'next' | 'first and last'

/** A verdict with how far apart its two visits stand in the force's history. */
export interface PairVerdict {
  span: Span
  verdict: Verdict
}

/**
 * Which results of one force are set beside each other: each whole sample with the next one, the
 * first with the last where there are more than two, and each part sample with the next sample of
 * the same kind of case. Only what inspectors graded; a visit without figures is no result.
 *
 * @param inOrder the force's results in order of time
 */
export function verdictsOn(
  inOrder: readonly Graded[],
  areas: readonly AreaGrade[],
  scales: Scales,
): PairVerdict[] {
  const areaGraded = new Set(areas.map(area => area.visitId))
  const withFigures = inOrder.filter(
    ({ visit, result }) =>
      result.assessor === 'inspector' &&
      (hasCounts(result) || result.goodPercent !== null || areaGraded.has(visit.id)),
  )
  const whole = onePerVisit(withFigures.filter(({ result }) => isWholeSample(result)))
  const parts = Map.groupBy(
    withFigures.filter(({ result }) => !isWholeSample(result)),
    ({ result }) => result.sample,
  )
  const next = [...withNext(whole), ...[...parts.values()].flatMap(withNext)]
  const verdictOn = (earlier: Graded, later: Graded, span: Span): PairVerdict => ({
    span,
    verdict: compareInspections(earlier, later, scales),
  })
  return [
    ...next.map(([earlier, later]) => verdictOn(earlier, later, 'next')),
    ...firstWithLast(whole).map(([earlier, later]) => verdictOn(earlier, later, 'first and last')),
  ]
}

type Pair = readonly [earlier: Graded, later: Graded]

const withNext = (graded: readonly Graded[]): Pair[] =>
  graded.slice(1).flatMap((later, at) => {
    const earlier = graded[at]
    return earlier === undefined ? [] : [[earlier, later] as const]
  })

function firstWithLast(graded: readonly Graded[]): Pair[] {
  const [first, last] = [graded.at(0), graded.at(-1)]
  return first === undefined || last === undefined || graded.length < 3 ? [] : [[first, last]]
}

/** A visit may publish several whole samples; the plain one of all cases speaks for it. */
function onePerVisit(graded: readonly Graded[]): Graded[] {
  const byVisit = Map.groupBy(graded, ({ visit }) => visit.id)
  return [...byVisit.values()].flatMap(ofVisit => {
    const plain = ofVisit.find(({ result }) => result.sample === 'all') ?? ofVisit[0]
    return plain === undefined ? [] : [plain]
  })
}
