import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { csvOf } from './csv.ts'
import { recordFiles, type RecordFile } from './files.ts'

/** The record as files: `/inspections/results.csv`, and the same rows at `/api/inspections/results`. */
export function downloadRoutes(app: FastifyInstance): void {
  for (const file of recordFiles) {
    csvRoute(app, file)
    jsonRoute(app, file)
  }
}

const provenance = {
  source: 'Published reports and public statements; one source address a row',
  licence: 'Free to use; say that it comes from the published inspection record of Turnstone',
}

function csvRoute(app: FastifyInstance, file: RecordFile): void {
  app.get(`/inspections/${file.name}.csv`, { schema: { hide: true } }, async (request, reply) => {
    const rows = await request.reading(file.rows)
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="inspections-${file.name}.csv"`)
      .send(csvOf(Object.keys(file.row.shape), rows))
  })
}

function jsonRoute(app: FastifyInstance, file: RecordFile): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    `/api/inspections/${file.name}`,
    {
      schema: {
        tags: ['inspections'],
        summary: file.title,
        response: {
          200: z
            .object({ source: z.string(), licence: z.string(), rows: z.array(file.row) })
            .describe(file.title),
        },
      },
    },
    async request => ({ ...provenance, rows: await request.reading(file.rows) }),
  )
}
