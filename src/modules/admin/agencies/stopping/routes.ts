import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import { confirmForm } from '../../confirm-form.ts'
import { confirmPage } from '../../confirm-page.tsx'
import { crumbs } from '../../crumbs.ts'
import { leftToAnother, refused } from '../../refused.ts'
import { agencyAsked } from '../read.ts'
import { setStopped } from './queries.ts'
import { admission, stopping } from './words.ts'

/** The one switch that stops an agency at once, and lets it in again. */
export function stoppingRoutes(app: FastifyInstance): void {
  for (const one of ways)
    formPage(app, {
      at: `/admin/agencies/:agency/${one.place}`,
      reads: 'admin.read',
      writes: one.writes,
      form: confirmForm,
      open: agencyAsked,
      start: () => ({}),
      page: (agency, shown) =>
        confirmPage(
          {
            ...one.words(agency),
            caption: 'Agencies and teams',
            breadcrumbs: crumbs.agencies,
            warns: one.stops,
            back: '/admin/agencies',
          },
          shown,
        ),
      save: async (tx, { model: agency }) => {
        const outcome = await setStopped(tx, agency.id, one.stops)
        switch (outcome) {
          case 'done':
            return { is: 'saved', location: `/admin/agencies#agency-${agency.id}` }
          case 'absent':
            return { is: 'absent' }
          case 'own agency':
            return leftToAnother(agency.id, outcome)
          case 'so already':
            return refused(one.words(agency).already)
        }
      },
    })
}

const ways = [
  { place: 'stopping', writes: 'agency.stop', stops: true, words: stopping },
  { place: 'admission', writes: 'agency.admit', stops: false, words: admission },
] as const
