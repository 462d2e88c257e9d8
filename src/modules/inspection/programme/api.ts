import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { visitAsJson, visitJson } from '../history/visit-json.ts'
import { findingInWords } from './finding-words.ts'
import { programmeForm } from './form.ts'
import { chosen, type ForceRow } from './programme.ts'
import { readProgramme, visitsIn } from './read.ts'

/** The programme as JSON, with the same filter and order as the page. */
export function programmeApi(app: FastifyInstance): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/inspections',
    {
      schema: {
        tags: ['inspections'],
        summary: 'The programme: every force, its visits and what was found last',
        querystring: programmeForm,
        response: { 200: programmeJson },
      },
    },
    async request => {
      const programme = await request.reading(readProgramme)
      return {
        forces: chosen(programme.rows, request.query).map(asJson),
        total: programme.rows.length,
        visits: visitsIn(programme.graded),
      }
    },
  )
}

const programmeJson = z.object({
  forces: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      country: z.string(),
      region: z.string(),
      firstInspected: z.string().nullable(),
      visits: z.array(visitJson),
      found: z
        .object({ visit: z.string(), is: z.string(), words: z.string() })
        .nullable()
        .describe('the latest visit that published figures; null where none was found'),
    }),
  ),
  total: z.int().describe('forces before the filter'),
  visits: z.int().describe('visits on the whole record, declared groups of forces among them'),
})

const asJson = ({ force, firstInspected, visits, found }: ForceRow) => ({
  ...force,
  firstInspected: firstInspected?.text ?? null,
  visits: visits.map(visitAsJson),
  found:
    found === null
      ? null
      : {
          visit: found.visit.id,
          is: found.finding.is,
          words: findingInWords(found.finding),
        },
})
