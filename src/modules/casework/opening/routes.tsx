import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../platform/web/forms/form-page.ts'
import { dayInWords } from '../../../platform/web/words/dates.ts'
import { ownTeams } from '../cases/queries.ts'
import { newCaseForm } from './form.ts'
import { newCasePage } from './page.tsx'
import { openCase } from './queries.ts'

/** Opening a case: in a team of one's own. */
export function newCaseRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/cases/new',
    reads: 'case.begin',
    writes: 'case.create',
    form: newCaseForm,
    open: async (tx, request) => ({ teams: await ownTeams(tx, request.person?.userId ?? '') }),
    start: ({ teams }, request) => ({
      opened: dayInWords(request.today),
      ...(teams.length === 1 && teams[0] ? { team: teams[0].id } : {}),
    }),
    page: newCasePage,
    save: async (tx, { value, request, note }) => {
      const userId = request.person?.userId ?? ''
      const opened = await openCase(tx, value, { userId, today: request.today })
      if (opened.is === 'wrong') return opened
      note.about({ case: opened.id, allowedBy: 'team' })
      return { is: 'saved', location: `/cases/${opened.reference}` }
    },
  })
}
