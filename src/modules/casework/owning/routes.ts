import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { formPage } from '../../../platform/web/forms/form-page.ts'
import { caseOf } from '../cases/queries.ts'
import { ownPage } from './page.tsx'
import { ownCase } from './queries.ts'

/** Taking a case: whoever may change it becomes its owner. */
export function ownRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/cases/:reference/owner',
    reads: 'case.read',
    writes: 'case.edit',
    form: z.object({}),
    open: async (tx, request, note) => {
      const { reference } = request.params as { reference: string }
      const found = await caseOf(tx, reference)
      if (found?.changeable !== true) return null
      note.about({ case: found.id, allowedBy: found.allowedBy })
      return found
    },
    start: () => ({}),
    version: ({ version }) => version,
    page: ownPage,
    save: async (tx, { model, version, request }) => {
      const ownerId = request.person?.userId ?? ''
      if (await ownCase(tx, { id: model.id, version, ownerId }))
        return { is: 'saved', location: `/cases/${model.reference}` }
      const now = (await caseOf(tx, model.reference)) ?? model
      return {
        is: 'changed meanwhile',
        theirs: { owner: now.owner ?? '' },
        version: now.version,
      }
    },
  })
}
