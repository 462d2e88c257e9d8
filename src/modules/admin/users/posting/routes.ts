import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import { teams } from '../../agencies/queries.ts'
import { userPlace } from '../../crumbs.ts'
import { leftToAnother, refused } from '../../refused.ts'
import { userAsked } from '../read.ts'
import { postingForm } from './form.ts'
import { postingPage } from './page.tsx'
import { post, rolesThatAre, type Posted } from './queries.ts'

/** Giving somebody a posting. */
export function postRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/admin/users/:user/postings/new',
    reads: 'admin.read',
    writes: 'posting.create',
    form: postingForm,
    open: async (tx, request, note) => {
      const user = await userAsked(tx, request, note)
      return user && { user, teams: await teams(tx), roles: await rolesThatAre(tx) }
    },
    start: () => ({ reach: 'team' }),
    page: postingPage,
    save: async (tx, { value, model: { user, teams: known, roles } }) => {
      if (!known.some(({ id }) => id === value.team)) return refused(...sentences.absent)
      if (!roles.some(({ code }) => code === value.role))
        return refused('Choose a role from the list', 'role')
      const outcome = await post(tx, {
        userId: user.id,
        teamId: value.team,
        role: value.role,
        forceWide: value.reach === 'area',
        lastDay: value.until === '' ? null : value.until,
      })
      if (outcome === 'oneself' || outcome === 'own line') return leftToAnother(user.id, outcome)
      if (outcome !== 'done') return refused(...sentences[outcome])
      return { is: 'saved', location: `${userPlace(user.id)}#postings` }
    },
  })
}

/** Each refusal with its field. */
const sentences: Readonly<
  Record<Exclude<Posted, 'done' | 'oneself' | 'own line'>, [sentence: string, field?: string]>
> = {
  absent: ['Choose a team from the list', 'team'],
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
