import type { FastifyInstance } from 'fastify'
import { isAllowed } from '../../../platform/access/permissions.ts'
import { parseForm } from '../../../platform/web/form.ts'
import { readReference } from '../../../methods/references/reference.ts'
import { may } from '../permissions.ts'
import { casePage } from './page.tsx'
import { casesForm, type CasesForm } from './form.ts'
import { listPage, pageLength } from './list-page.tsx'
import { casesOf } from './queries.ts'
import { factsOfSearch, type Words } from '../searching/read.ts'
import { casesAsked, readCaseAndReach } from './read.ts'

/** The list of cases, and the page of one. */
export function caseRoutes(app: FastifyInstance, words: Words): void {
  app.get('/cases', { config: { action: 'case.search' } }, async (request, reply) => {
    const sent = parseForm(casesForm, request.query)
    const asked = sent.is === 'read' ? sent.value : everything
    const reference = readReference(asked.name)
    if (reference !== null) return reply.redirect(`/cases/${reference}`, 303)
    const cases = await request.acting(async (tx, note) => {
      const search = casesAsked(asked, pageLength)
      const found = await casesOf(tx, search)
      const facts = await factsOfSearch(tx, request, { ...search.name, words })
      note.about({ allowedBy: 'role', subjects: found.map(({ id }) => id), ...facts })
      return found
    })
    const roles = request.person?.roles ?? []
    const errors = sent.is === 'wrong' ? sent.errors : []
    return reply.code(errors.length === 0 ? 200 : 400).page(
      listPage({
        asked: sent.is === 'wrong' ? { ...everything, ...sent.entered } : asked,
        errors,
        cases,
        mayOpen: isAllowed(may['case.create'], roles),
        mayBreakGlass: isAllowed(may['glass.break'], roles),
      }),
    )
  })

  app.get<{ Params: { reference: string } }>(
    '/cases/:reference',
    { config: { action: 'case.read' } },
    async (request, reply) => {
      const found = await request.acting(async (tx, note) => {
        const { reference } = request.params
        return readCaseAndReach(tx, { reference, today: request.today, note })
      })
      if (found === null || request.person === null) return reply.refuse(404)
      return reply.page(casePage(found, request.person))
    },
  )
}

const everything: CasesForm = casesForm.parse({})
