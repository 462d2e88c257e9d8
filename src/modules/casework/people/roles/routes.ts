import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import { dayInWords } from '../../../../platform/web/words/dates.ts'
import type { RoleEntry } from '../queries.ts'
import { roleForm } from './form.ts'
import { rolePage } from './page.tsx'
import { roleOfCase, saveRole } from './queries.ts'

/** Ending somebody's role on a case, and changing its source. */
export function roleRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/cases/:reference/people/:entry/edit',
    reads: 'case.read',
    writes: 'case.edit',
    form: roleForm,
    open: async (tx, request, note) => {
      const found = await roleOfCase(tx, request.params as ParamsOfRole, note)
      return found?.case.changeable === true ? found : null
    },
    start: ({ role }) => fieldsOf(role),
    version: ({ role }) => role.version,
    page: rolePage,
    save: async (tx, { value, model, version, request }) => {
      const saved = await saveRole(tx, { value, model, version, today: request.today })
      if (saved.is === 'saved') return { ...saved, location: `/cases/${model.case.reference}` }
      return saved.is === 'changed meanwhile'
        ? { is: saved.is, theirs: fieldsOf(saved.now), version: saved.now.version }
        : saved
    },
  })
}

interface ParamsOfRole {
  reference: string
  entry: string
}

const fieldsOf = ({ untilOn, source }: RoleEntry) => ({
  until: untilOn === null ? '' : dayInWords(untilOn),
  source,
})
