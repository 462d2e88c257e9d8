import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../platform/web/forms/form-page.ts'
import { caseOf } from '../cases/queries.ts'
import { caseToChange, whoSees } from '../reach/read.ts'
import { teamForm } from './form.ts'
import { teamPage } from './page.tsx'
import { assignTeam, workingTeams } from './queries.ts'

/** Giving a case to another team. */
export function teamRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/cases/:reference/team',
    reads: 'case.govern',
    writes: 'case.assign',
    form: teamForm,
    open: async (tx, request, note) => {
      const found = await caseToChange(tx, request, note)
      return found && { case: found, teams: await workingTeams(tx) }
    },
    start: ({ case: one }) => ({ team: `${one.team}, ${one.agency}` }),
    version: ({ case: one }) => one.version,
    page: teamPage,
    save: async (tx, { value, model, version }) => {
      const { case: one, teams } = model
      const team = teams.find(({ said }) => said === value.team)
      if (team === undefined) return wrong('Choose a team from the list')
      if (team.id === one.teamId) return wrong('This team has the case already: choose another')
      switch (await assignTeam(tx, { id: one.id, teamId: team.id, version })) {
        case 'absent':
          return { is: 'absent' }
        case 'no such team':
          return wrong('This team is not there any more: choose another')
        case 'changed meanwhile':
          return {
            is: 'changed meanwhile',
            theirs: { team: `${one.team}, ${one.agency}` },
            version: one.version,
          }
        case 'done': {
          const seen = await caseOf(tx, one.reference)
          return { is: 'saved', location: seen === null ? '/cases' : whoSees(one.reference) }
        }
      }
    },
  })
}

const wrong = (sentence: string) => ({
  is: 'wrong' as const,
  errors: [{ field: 'team', sentence }],
})
