import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import { teams } from '../../agencies/queries.ts'
import { notProposed, proposedFor, refused, type Proposed } from '../../refused.ts'
import { userToGive } from '../read.ts'
import { postingForm } from './form.ts'
import { postingPage } from './page.tsx'
import { proposePosting, rolesThatAre, type Posted } from './queries.ts'

/** Proposing a posting for somebody. */
export function postRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/admin/users/:user/postings/new',
    reads: 'admin.read',
    writes: 'posting.propose',
    form: postingForm,
    open: async (tx, request, note) => {
      const found = await userToGive(tx, request, note)
      return found && { ...found, teams: await teams(tx), roles: await rolesThatAre(tx) }
    },
    start: () => ({ reach: 'team' }),
    page: postingPage,
    save: async (tx, { value, model: { user, teams: known, roles } }) => {
      if (!known.some(({ id }) => id === value.team))
        return refused('Choose a team from the list', 'team')
      if (!roles.some(({ code }) => code === value.role))
        return refused('Choose a role from the list', 'role')
      const outcome = await proposePosting(tx, {
        userId: user.id,
        teamId: value.team,
        role: value.role,
        forceWide: value.reach === 'area',
        lastDay: value.until === '' ? null : value.until,
      })
      if (outcome === 'done') return proposedFor(user.id)
      return isOfPosting(outcome) ? refused(...sentences[outcome]) : notProposed(outcome, user.id)
    },
  })
}

type OfPosting = Exclude<Posted, Proposed>

const isOfPosting = (outcome: Posted): outcome is OfPosting => Object.hasOwn(sentences, outcome)

/** Each refusal that only postings know, with its field. */
const sentences: Readonly<Record<OfPosting, [sentence: string, field: string]>> = {
  'over before it begins': ['Enter a last day that is not over', 'until'],
  'not for the whole area': [
    'This role reaches no cases of teams, so it cannot reach those of the area: choose those of the team',
    'reach',
  ],
  'roles apart': [
    'Administrators and standards auditors see no case, so one person is not posted as one of them and to work on cases: end the other posting first, or choose another role',
    'role',
  ],
  'there already': ['They have this posting now: choose another team or role', 'role'],
}
