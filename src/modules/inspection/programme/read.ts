import type { Reader } from '../../../platform/db/door.ts'
import type { Graded } from '../grading/graded.ts'
import { areaGrades, gradedVisits, gradingScales } from '../history/queries.ts'
import { nationalFigures, type NationalFigure } from './national.ts'
import { programmeOf, type ForceRow } from './programme.ts'
import { allForces } from './queries.ts'

/** The whole programme as it was published. */
export interface Programme {
  rows: ForceRow[]
  national: NationalFigure[]
  /** Every result with its visit, declared groups of forces among them. */
  graded: Graded[]
}

export async function readProgramme(tx: Reader): Promise<Programme> {
  const [forces, graded, areas, scales] = await Promise.all([
    allForces(tx),
    gradedVisits(tx),
    areaGrades(tx),
    gradingScales(tx),
  ])
  return {
    rows: programmeOf(forces, graded, areas),
    national: nationalFigures(graded, scales),
    graded,
  }
}

/** Visits of the record: one force or declared group, kind and dates. */
export const visitsIn = (graded: readonly Graded[]): number =>
  new Set(graded.map(({ visit }) => visit.id)).size

/** Visits that a source reports for a declared group of forces together. */
export function jointVisitsIn({ rows, graded }: Programme): number {
  const forces = new Set(rows.map(({ force }) => force.slug))
  return visitsIn(graded.filter(({ visit }) => !forces.has(visit.subject)))
}
