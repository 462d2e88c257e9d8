import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import { refused } from '../../refused.ts'
import { agencyAsked } from '../read.ts'
import { teamForm } from './form.ts'
import { newTeamPage } from './page.tsx'
import { addTeam } from './queries.ts'

/** A new team of an agency. */
export function addTeamRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/admin/agencies/:agency/teams/new',
    reads: 'admin.read',
    writes: 'team.create',
    form: teamForm,
    open: agencyAsked,
    start: () => ({}),
    page: newTeamPage,
    save: async (tx, { value, model: agency, note }) => {
      const made = await addTeam(tx, { agencyId: agency.id, name: value.name })
      if (made === null)
        return refused('This agency has a team of this name: enter another', 'name')
      note.about({ subjects: [agency.id, made] })
      return { is: 'saved', location: `/admin/agencies#agency-${agency.id}` }
    },
  })
}
