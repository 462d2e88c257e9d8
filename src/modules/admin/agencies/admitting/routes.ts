import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import { confirmForm } from '../../confirm-form.ts'
import { confirmPage } from '../../confirm-page.tsx'
import { crumbs } from '../../crumbs.ts'
import { whoCouldAgree } from '../../proposals/queries.ts'
import { meIn } from '../../proposals/read.ts'
import { WhoAgrees } from '../../proposals/who-agrees.tsx'
import { notProposed, refused } from '../../refused.ts'
import { agencyAsked } from '../read.ts'
import { proposeAdmission } from './queries.ts'
import { admission } from './words.ts'

/** Proposing to let a stopped agency in again. */
export function admittingRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/admin/agencies/:agency/admission',
    reads: 'admin.read',
    writes: 'admission.propose',
    form: confirmForm,
    open: async (tx, request, note) => {
      const agency = await agencyAsked(tx, request, note)
      return agency && { agency, others: await whoCouldAgree(tx, meIn(request)) }
    },
    start: () => ({}),
    page: ({ agency, others }, shown) =>
      confirmPage(
        {
          ...admission(agency),
          more: WhoAgrees({ others }),
          caption: 'Agencies and teams',
          breadcrumbs: crumbs.agencies,
          warns: false,
          back: '/admin/agencies',
        },
        shown,
      ),
    save: async (tx, { model: { agency } }) => {
      const outcome = await proposeAdmission(tx, agency.id)
      if (outcome === 'done')
        return { is: 'saved', location: `/admin/agencies#agency-${agency.id}` }
      if (outcome === 'so already') return refused(admission(agency).already)
      return notProposed(outcome, agency.id)
    },
  })
}
