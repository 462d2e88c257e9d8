import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import { confirmForm } from '../../confirm-form.ts'
import { confirmPage } from '../../confirm-page.tsx'
import { crumbs } from '../../crumbs.ts'
import { refused } from '../../refused.ts'
import { proposalPlace } from '../proposal.ts'
import { proposalAsked } from '../read.ts'
import { whatIsProposed } from '../words.ts'
import { withdraw } from './queries.ts'

/** Taking back what one has proposed oneself. */
export function withdrawingRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/admin/waiting/:proposal/withdrawal',
    reads: 'admin.read',
    writes: 'proposal.withdraw',
    form: confirmForm,
    open: async (tx, request, note) => {
      const proposal = await proposalAsked(tx, request, note)
      return proposal?.isOwn === true ? proposal : null
    },
    start: () => ({}),
    page: (proposal, shown) =>
      confirmPage(
        {
          title: 'Withdraw this proposal',
          caption: proposal.whom,
          breadcrumbs: crumbs.waiting,
          says: [
            `${whatIsProposed(proposal)}.`,
            'Nobody can agree to it any more. An address or half of a token that was shown for it opens nothing.',
          ],
          button: 'Withdraw it now',
          back: proposalPlace(proposal),
        },
        shown,
      ),
    save: async (tx, { model: proposal, note }) => {
      note.about({ codes: [proposal.kind] })
      const outcome = await withdraw(tx, proposal.id)
      if (outcome === 'absent') return { is: 'absent' }
      if (outcome === 'over')
        return refused('This waits no more: somebody has decided it, or it has lapsed')
      return { is: 'saved', location: '/admin/waiting#settled' }
    },
  })
}
