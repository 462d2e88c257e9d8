import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { onceHeaders } from '../../../platform/web/forms/once.ts'
import { refuseWritten, writtenOnce } from '../programs/api.ts'
import { newCaseForm } from '../opening/form.ts'
import { openCase } from '../opening/queries.ts'
import { factsOfSearch, type Words } from '../searching/read.ts'
import { casesForm } from './form.ts'
import { caseJson, casesJson } from './json.ts'
import { casesAsked } from './listing/asked.ts'
import { writtenLast } from './listing/last.ts'
import { casesOf } from './listing/queries.ts'
import { readCase } from './read.ts'
import { isPlain, notPlain } from './plain-text.ts'

/** Cases in one answer. */
const most = 50
const common = { tags: ['cases'], security: [{ token: [] }] }

/** Cases for programs: the same records, verbs and audit entries as the pages. */
export function caseApi(plain: FastifyInstance, words: Words): void {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  app.get(
    '/api/cases',
    {
      config: { action: 'case.search' },
      schema: {
        ...common,
        summary: 'The cases that the holder of the token may see, in the order that is asked for',
        querystring: casesForm,
        response: { 200: casesJson },
      },
    },
    async request =>
      request.acting(async (tx, note) => {
        const userId = request.person?.userId ?? ''
        const search = casesAsked(request.query, { userId, pageLength: most })
        const found = await casesOf(tx, search)
        const cases = found.slice(0, most)
        const facts = await factsOfSearch(tx, request, {
          name: search.name,
          whole: search.name?.whole ?? false,
          words,
        })
        note.about({ allowedBy: 'role', subjects: cases.map(({ id }) => id), ...facts })
        const last = found.length > most ? cases.at(-1) : undefined
        return { cases, next: last === undefined ? null : writtenLast(last) }
      }),
  )

  app.get(
    '/api/cases/:reference',
    {
      config: { action: 'case.read' },
      schema: {
        ...common,
        summary: 'One case, with the people on it',
        params: z.object({ reference: z.string() }),
        response: { 200: caseJson },
      },
    },
    async (request, reply) => {
      const { reference } = request.params
      const found = await request.acting((tx, note) =>
        readCase(tx, { reference, today: request.today, note }),
      )
      return found === null ? reply.refuse(404) : { ...found.case, people: found.people }
    },
  )

  app.post(
    '/api/cases',
    {
      config: { action: 'case.create' },
      schema: {
        ...common,
        summary: 'Open a case in a team of the holder of the token',
        headers: onceHeaders,
        body: z.strictObject(newCaseForm.shape).refine(isPlain, notPlain),
        response: { 201: z.object({ reference: z.string() }) },
      },
    },
    async (request, reply) => {
      const person = { userId: request.person?.userId ?? '', today: request.today }
      const outcome = await request.acting((tx, note) =>
        writtenOnce({ tx, request, note, reads: 'case.begin' }, async () => {
          const opened = await openCase(tx, request.body, person)
          if (opened.is === 'wrong') return opened
          note.about({ case: opened.id, allowedBy: 'team' })
          return { is: 'done', location: `/api/cases/${opened.reference}` }
        }),
      )
      if (outcome.is !== 'done') return refuseWritten(reply, outcome)
      const reference = outcome.location.replace('/api/cases/', '')
      return reply.code(201).header('location', outcome.location).send({ reference })
    },
  )
}
