import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import { confirmForm } from '../../confirm-form.ts'
import { confirmPage } from '../../confirm-page.tsx'
import { crumbs } from '../../crumbs.ts'
import { leftToAnother, refused } from '../../refused.ts'
import { agencyAsked } from '../read.ts'
import { stopAgency } from './queries.ts'
import { stopping } from './words.ts'

/** The one switch that stops an agency at once. */
export function stoppingRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/admin/agencies/:agency/stopping',
    reads: 'admin.read',
    writes: 'agency.stop',
    form: confirmForm,
    open: agencyAsked,
    start: () => ({}),
    page: (agency, shown) =>
      confirmPage(
        {
          ...stopping(agency),
          caption: 'Agencies and teams',
          breadcrumbs: crumbs.agencies,
          back: '/admin/agencies',
        },
        shown,
      ),
    save: async (tx, { model: agency }) => {
      const outcome = await stopAgency(tx, agency.id)
      switch (outcome) {
        case 'done':
          return { is: 'saved', location: `/admin/agencies#agency-${agency.id}` }
        case 'absent':
          return { is: 'absent' }
        case 'own agency':
          return leftToAnother(agency.id, outcome)
        case 'so already':
          return refused(stopping(agency).already)
      }
    },
  })
}
