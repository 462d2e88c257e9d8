import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import { teams } from '../../agencies/queries.ts'
import { refused } from '../../refused.ts'
import { programForm } from './form.ts'
import { newProgramPage } from './page.tsx'
import { addProgram } from './queries.ts'

/** A new program of an agency, which goes on to its token. */
export function addProgramRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/admin/tokens/new',
    reads: 'admin.read',
    writes: 'program.create',
    form: programForm,
    open: (tx, _request, note) => {
      note.about({ allowedBy: 'role' })
      return teams(tx)
    },
    start: () => ({}),
    page: newProgramPage,
    save: async (tx, { value, note }) => {
      const made = await addProgram(tx, { name: value.name, teamId: value.team })
      if (made === null) return refused('Choose a team from the list', 'team')
      note.about({ subjects: [made] })
      return { is: 'saved', location: `/admin/tokens/${made}/new` }
    },
  })
}
