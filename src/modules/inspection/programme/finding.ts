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
  if (speaking !== undefined) {
    return contradictsItself(speaking)
      ? { is: 'contradiction', result: speaking }
      : { is: 'cases', result: speaking, wholeSample: isWholeSample(speaking) }
  }
  const goodPercent = results.find(result => result.goodPercent !== null)?.goodPercent ?? null
  return goodPercent === null ? null : { is: 'share', goodPercent }
}
