import type { Grade, ScaleCode } from '../record/visit.ts'

/**
 * A scale on which inspectors graded, in its own time. Scales are never mixed silently: the middle
 * grade of 2014 (`adequate`) and that of 2015 (`requires improvement`) are not the same middle.
 * The scales are data (`reference/frameworks/grading-scales.csv`).
 */
export interface Scale {
  code: ScaleCode
  title: string
  /** What receives a grade: a case file, or a whole area of work. */
  graded: 'case' | 'area'
  /** Best first. */
  grades: readonly Grade[]
  sourceUrl: string
}

export type Scales = ReadonlyMap<ScaleCode, Scale>

/** The scale of a result, or null where the source names none. */
export const scaleOf = (result: { scale: ScaleCode | null }, scales: Scales): Scale | null =>
  result.scale === null ? null : (scales.get(result.scale) ?? null)
