import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../platform/web/forms/form-page.ts'
import { editCaseApi } from './api.ts'
import { editCaseForm, fieldsOf } from './form.ts'
import { editCasePage } from './page.tsx'
import { changeableCase, saveCase } from './queries.ts'

/** Changing what a case says about itself. */
export function editCaseRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/cases/:reference/edit',
    reads: 'case.read',
    writes: 'case.edit',
    form: editCaseForm,
    open: (tx, request, note) =>
      changeableCase(tx, (request.params as { reference: string }).reference, note),
    start: fieldsOf,
    version: ({ version }) => version,
    page: editCasePage,
    save: async (tx, { value, model, version, request }) => {
      const saved = await saveCase(tx, { value, model, version, today: request.today })
      if (saved.is === 'wrong') return saved
      return saved.is === 'saved'
        ? { is: 'saved', location: `/cases/${model.reference}` }
        : { is: saved.is, theirs: fieldsOf(saved.now), version: saved.now.version }
    },
  })
  editCaseApi(app)
}
