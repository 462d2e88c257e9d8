import type { Reader } from '../../../platform/db/door.ts'
import { areaGrades, conflicts, gradedVisitsOf, gradingScales } from '../history/queries.ts'
import type { AddWorkingDays } from './due.ts'
import { historyOf, type ForceHistory } from './history.ts'
import { forceCalled, groupsOf, inspectionTimescales, pointsOf } from './queries.ts'

/** Null where no force has this slug. */
export async function readForce(
  tx: Reader,
  slug: string,
  addWorkingDays: AddWorkingDays,
): Promise<ForceHistory | null> {
  // What is no slug is no force: a NUL, say, would be an error in the database instead of a 404.
  if (!/^[a-z-]+$/.test(slug)) return null
  const force = await forceCalled(tx, slug)
  if (force === undefined) return null
  const [groups, graded, areas, contradictions, points, timescales, scales] = await Promise.all([
    groupsOf(tx, slug),
    gradedVisitsOf(tx, slug),
    areaGrades(tx),
    conflicts(tx),
    pointsOf(tx, slug),
    inspectionTimescales(tx),
    gradingScales(tx),
  ])
  return historyOf(
    { force, groups, graded, areas, conflicts: contradictions, points, timescales, scales },
    addWorkingDays,
  )
}
