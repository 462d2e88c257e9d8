import { contradictsItself, hasCounts, isWholeSample } from '../grading/sample.ts'
import type { AreaGrade, Result } from '../record/visit.ts'

/** What one visit found, as far as it was published: case files graded, areas graded, or a rounded share. */
export type Finding =
  | { is: 'cases'; result: Result; wholeSample: boolean }
  | { is: 'areas'; areas: readonly AreaGrade[] }
  | { is: 'share'; goodPercent: number }
  | { is: 'contradiction'; result: Result }

/** The finding that speaks for a visit: its whole sample before a part of it; null without figures. */
export function findingOf(results: readonly Result[], areas: readonly AreaGrade[]): Finding | null {
  if (areas.length > 0) return { is: 'areas', areas }
  const graded = results.filter(result => result.assessor === 'inspector' && hasCounts(result))
  const speaking =
    graded.find(result => result.sample === 'all') ?? graded.find(isWholeSample) ?? graded[0]
  return speaking === undefined ? shareOnly(results) : caseFinding(speaking)
}

const caseFinding = (result: Result): Finding =>
  contradictsItself(result)
    ? { is: 'contradiction', result }
    : { is: 'cases', result, wholeSample: isWholeSample(result) }

function shareOnly(results: readonly Result[]): Finding | null {
  const goodPercent = results.find(result => result.goodPercent !== null)?.goodPercent ?? null
  return goodPercent === null ? null : { is: 'share', goodPercent }
}
