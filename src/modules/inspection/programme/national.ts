import { isCompleteSplit, isCountable, isWholeSample } from '../grading/sample.ts'
import type { Graded } from '../grading/graded.ts'
import type { Scales } from '../grading/scale.ts'
import type { Visit } from '../record/visit.ts'

/**
 * National figures: how the case files of whole samples were graded, summed over forces.
 *
 * A result enters only if every part of the rule holds. First inspections and reviews are never
 * summed together: a review may be drawn from what failed before.
 */
export const nationalRule =
  'Whole samples graded by inspectors as good, requires improvement or inadequate, with all three ' +
  'counts published or derived from published counts and adding up to the cases.'

export type NationalKind = 'inspection' | 'post-inspection review'

export interface NationalFigure {
  kind: NationalKind
  /** Year of publication; null for all years together. */
  year: number | null
  visits: number
  cases: number
  good: number
  requiresImprovement: number
  inadequate: number
}

/** For each kind: one figure a year of publication, in order, then all years together. */
export function nationalFigures(graded: readonly Graded[], scales: Scales): NationalFigure[] {
  const whole = graded.filter(one => entersNationalFigures(one, scales))
  const kinds: NationalKind[] = ['inspection', 'post-inspection review']
  return kinds.flatMap(kind => {
    const ofKind = whole.filter(({ visit }) => visit.kind === kind)
    const byYear = Map.groupBy(ofKind, ({ visit }) => yearPublished(visit))
    const years = [...byYear].sort(([a], [b]) => a - b)
    return [...years.map(([year, ofYear]) => sumOf(kind, year, ofYear)), sumOf(kind, null, ofKind)]
  })
}

const comparable = 'three-2015'

function entersNationalFigures({ visit, result }: Graded, scales: Scales): boolean {
  const scale = scales.get(comparable)
  return (
    scale !== undefined &&
    result.scale === comparable &&
    result.assessor === 'inspector' &&
    isWholeSample(result) &&
    isCountable(result) &&
    isCompleteSplit(result, scale) &&
    (visit.kind === 'inspection' || visit.kind === 'post-inspection review')
  )
}

const yearPublished = (visit: Visit): number =>
  (visit.published ?? visit.fieldwork)?.from.year ?? Number.MAX_SAFE_INTEGER

function sumOf(kind: NationalKind, year: number | null, graded: readonly Graded[]): NationalFigure {
  const figure: NationalFigure = {
    kind,
    year,
    visits: new Set(graded.map(({ visit }) => visit.id)).size,
    cases: 0,
    good: 0,
    requiresImprovement: 0,
    inadequate: 0,
  }
  for (const { result } of graded) {
    figure.cases += result.cases ?? 0
    figure.good += result.counts.good ?? 0
    figure.requiresImprovement += result.counts['requires improvement'] ?? 0
    figure.inadequate += result.counts.inadequate ?? 0
  }
  return figure
}
