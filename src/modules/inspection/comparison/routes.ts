import type { FastifyInstance } from 'fastify'
import type { Reader } from '../../../platform/db/door.ts'
import { gradedVisits, gradingScales } from '../history/queries.ts'
import { allForces } from '../programme/queries.ts'
import { firstInspections } from './first-inspections.ts'
import { funnelOf } from './funnel.ts'
import { groupSums } from './group-sums.ts'
import { optimismIn } from './optimism.ts'
import { comparisonPage, type ComparisonModel } from './page.tsx'
import { forceGroups, gradeMappings } from './queries.ts'

/** Forces beside each other, as a page. */
export function comparisonRoutes(app: FastifyInstance): void {
  app.get('/inspections/comparison', { schema: { hide: true } }, async (request, reply) =>
    reply.page(comparisonPage(await request.reading(readComparison))),
  )
}

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
