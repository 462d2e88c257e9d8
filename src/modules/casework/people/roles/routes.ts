import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import { dayInWords } from '../../../../platform/web/words/dates.ts'
import { isUuid } from '../../../../methods/references/uuid.ts'
import { caseOf } from '../../cases/queries.ts'
import { changeRole, roleEntryOf, type RoleEntry } from '../queries.ts'
import { roleForm, wrongEnd } from './form.ts'
import { rolePage } from './page.tsx'

/** Ending somebody's role on a case, and changing its source. */
export function roleRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/cases/:reference/people/:entry/edit',
    reads: 'case.read',
    writes: 'case.edit',
    form: roleForm,
    open: async (tx, request, note) => {
      const { reference, entry } = request.params as { reference: string; entry: string }
      const found = await caseOf(tx, reference)
      if (found?.changeable !== true || !isUuid(entry)) return null
      const role = await roleEntryOf(tx, found.id, entry)
      if (role === null) return null
      note.about({ case: found.id, person: role.personId, allowedBy: found.allowedBy })
      return { case: found, role }
    },
    start: ({ role }) => fieldsOf(role),
    version: ({ role }) => role.version,
    page: rolePage,
    save: async (tx, { value, model, version, request }) => {
      const { case: one, role } = model
      const days = { from: role.fromOn, today: request.today.toString() }
      const wrong = wrongEnd(value.until, days)
      if (wrong !== null) return { is: 'wrong', errors: [{ field: 'until', sentence: wrong }] }
      const edit = { untilOn: value.until, source: value.source }
      if (await changeRole(tx, { id: role.id, version }, edit))
        return { is: 'saved', location: `/cases/${one.reference}` }
      const theirs = await roleEntryOf(tx, one.id, role.id)
      return theirs === null
        ? { is: 'absent' }
        : { is: 'changed meanwhile', theirs: fieldsOf(theirs), version: theirs.version }
    },
  })
}

const fieldsOf = ({ untilOn, source }: RoleEntry) => ({
  until: untilOn === null ? '' : dayInWords(untilOn),
  source,
})
