import type { Reader } from '../../../platform/db/door.ts'
import { gradedVisits, gradingScales } from '../history/queries.ts'
import { allForces } from '../programme/queries.ts'
import { firstInspections } from './first-inspections.ts'
import { funnelOf } from './funnel.ts'
import { groupSums } from './group-sums.ts'
import { optimismIn } from './optimism.ts'
import type { ComparisonModel } from './page.tsx'
import { forceGroups, gradeMappings } from './queries.ts'

/** Everything that the comparison of forces shows. */
export async function readComparison(tx: Reader): Promise<ComparisonModel> {
  const [forces, groups, graded, scales, mappings] = await Promise.all([
    allForces(tx),
    forceGroups(tx),
    gradedVisits(tx),
    gradingScales(tx),
    gradeMappings(tx),
  ])
  const { compared, leftOut } = firstInspections(forces, graded, scales)
  return {
    funnel: funnelOf(compared),
    leftOut,
    optimism: optimismIn(forces, graded, scales),
    groups: groupSums(groups, graded, scales),
    mappings,
  }
}
