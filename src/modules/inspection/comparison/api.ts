import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { figureAsJson, figureJson } from '../grading/figure-json.ts'
import { visitAsJson, visitJson } from '../history/visit-json.ts'
import type { ComparisonModel } from './page.tsx'
import { readComparison } from './read.ts'

/** The comparison as JSON: the funnel, who is left out and why, and the optimism of two forces. */
export function comparisonApi(app: FastifyInstance): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/inspections/comparison',
    {
      schema: {
        tags: ['inspections'],
        summary: 'Forces that can be compared, those that cannot and why, and optimism',
        response: { 200: comparisonJson },
      },
    },
    async request => asJson(await request.reading(readComparison)),
  )
}

const text = z.string()

const forceJson = z.object({ slug: text, name: text })

const comparisonJson = z.object({
  target: z.object({ good: z.int(), cases: z.int(), share: figureJson }),
  expectedOutside: z.object({ at95: z.number(), at998: z.number() }),
  places: z.array(
    z.object({
      force: forceJson,
      visit: visitJson,
      good: z.int(),
      cases: z.int(),
      share: figureJson,
      limits95: figureJson,
      limits998: figureJson,
      position: text,
      sourceUrl: text,
    }),
  ),
  dispersion: z.object({ phi: z.number(), tau2: z.number(), chance: z.number() }).nullable(),
  outsideWhenWidened: z.array(forceJson),
  leftOut: z.array(z.object({ force: forceJson, reason: text })),
  optimism: z.array(
    z.object({
      force: text,
      visit: visitJson,
      cases: z.int(),
      atLeastHigher: z.int().describe('cases that the force must have graded higher'),
      meanDifference: z.object({ low: z.number(), high: z.number() }).nullable(),
      contradiction: text.nullable(),
      paired: z.literal(false),
    }),
  ),
})

const asJson = ({
  funnel,
  leftOut,
  optimism,
}: ComparisonModel): z.infer<typeof comparisonJson> => ({
  target: { ...funnel.target, share: figureAsJson(funnel.target.share) },
  expectedOutside: funnel.expectedOutside,
  dispersion:
    funnel.dispersion.is === 'calculated'
      ? {
          phi: funnel.dispersion.estimate.phiRaw,
          tau2: funnel.dispersion.estimate.tau2,
          chance: funnel.dispersion.estimate.chance,
        }
      : null,
  outsideWhenWidened: funnel.widened,
  places: funnel.places.map(place => ({
    force: place.force,
    visit: visitAsJson(place.graded.visit),
    good: place.good,
    cases: place.cases,
    share: figureAsJson(place.share),
    limits95: figureAsJson(place.limits95),
    limits998: figureAsJson(place.limits998),
    position: place.position,
    sourceUrl: place.graded.result.sourceUrl,
  })),
  leftOut: [...leftOut],
  optimism: optimism.map(one => ({
    force: one.forceName,
    visit: visitAsJson(one.visit),
    cases: one.cases,
    atLeastHigher: one.atLeastHigher,
    meanDifference: 'is' in one.meanDifference ? null : one.meanDifference,
    contradiction: one.contradiction,
    paired: false as const,
  })),
})
