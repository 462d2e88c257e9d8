import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../platform/web/forms/form-page.ts'
import type { Case } from '../cases/case.ts'
import { caseOf, editCase } from '../cases/queries.ts'
import { editCaseForm } from './form.ts'
import { editCasePage } from './page.tsx'

/** Changing what a case says about itself. */
export function editCaseRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/cases/:reference/edit',
    reads: 'case.read',
    writes: 'case.edit',
    form: editCaseForm,
    open: async (tx, request, note) => {
      const found = await caseOf(tx, (request.params as { reference: string }).reference)
      if (found?.changeable !== true) return null
      note.about({ case: found.id, allowedBy: found.allowedBy })
      return found
    },
    start: fieldsOf,
    version: ({ version }) => version,
    page: editCasePage,
    save: async (tx, { value, model, version }) => {
      const edit = {
        type: value.type,
        summary: value.summary,
        openedOn: value.opened,
        closedOn: value.closed === '' ? null : value.closed,
      }
      const saved = await editCase(tx, { id: model.id, version, edit })
      if (saved) return { is: 'saved', location: `/cases/${model.reference}` }
      // Somebody may have saved since this transaction looked.
      const now = (await caseOf(tx, model.reference)) ?? model
      return { is: 'changed meanwhile', theirs: fieldsOf(now), version: now.version }
    },
  })
}

const fieldsOf = (one: Case) => ({
  type: one.type,
  summary: one.summary,
  opened: one.openedOn,
  closed: one.closedOn ?? '',
})
