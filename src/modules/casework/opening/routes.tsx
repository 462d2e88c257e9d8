import { randomInt, randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { referenceOf } from '../../../methods/references/reference.ts'
import { formPage } from '../../../platform/web/forms/form-page.ts'
import { addCase, ownTeams } from '../cases/queries.ts'
import { newCaseForm } from './form.ts'
import { newCasePage } from './page.tsx'

/** Opening a case: in a team of one's own. */
export function newCaseRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/cases/new',
    reads: 'case.create',
    writes: 'case.create',
    form: newCaseForm,
    open: async (tx, request) => ({ teams: await ownTeams(tx, request.person?.userId ?? '') }),
    start: ({ teams }, request) => ({
      opened: request.today.toString(),
      ...(teams.length === 1 && teams[0] ? { team: teams[0].id } : {}),
    }),
    page: newCasePage,
    save: async (tx, { value, model, request, note }) => {
      if (!model.teams.some(({ id }) => id === value.team))
        return { is: 'wrong', errors: [{ field: 'team', sentence: 'Choose one of your teams' }] }
      if (value.opened > request.today.toString())
        return {
          is: 'wrong',
          errors: [{ field: 'opened', sentence: 'Enter a day that is not in the future' }],
        }
      const made = { id: randomUUID(), reference: referenceOf(randomInt(2 ** 35)) }
      await addCase(tx, {
        ...made,
        teamId: value.team,
        ownerId: request.person?.userId ?? '',
        type: value.type,
        summary: value.summary,
        openedOn: value.opened,
      })
      note.about({ case: made.id, allowedBy: 'team' })
      return { is: 'saved', location: `/cases/${made.reference}` }
    },
  })
}
