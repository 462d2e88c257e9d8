import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import { exportRules } from '../queries.ts'
import { exportOf } from '../request/read.ts'
import { decisionForm } from './form.ts'
import { decisionPage } from './page.tsx'
import { decideExport } from './queries.ts'

/** The second person's word on a file of cases. */
export function decidingRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/exports/:request/decision',
    reads: 'export.weigh',
    writes: 'export.decide',
    form: decisionForm,
    open: async (tx, request, note) => {
      const found = await exportOf(tx, request)
      if (found === null || found.askedBy === request.person?.userId) return null
      note.about({ allowedBy: 'role', purpose: found.purpose, codes: [`export-${found.id}`] })
      return { request: found, rules: await exportRules(tx) }
    },
    start: () => ({}),
    page: decisionPage,
    save: async (tx, { value, model: { request: asked }, note }) => {
      const agree = value.decision === 'agree'
      switch (await decideExport(tx, asked.id, { agree, reason: value.reason })) {
        case 'absent':
          return { is: 'absent' }
        case 'decided already':
          return wrong('Somebody decided this before you')
        case 'lapsed':
          return wrong('This request has lapsed: nobody decided in time')
        case 'done': {
          note.about({ codes: [`export-${asked.id}`, agree ? 'agreed' : 'declined'] })
          return { is: 'saved', location: `/exports/${asked.id}` }
        }
      }
    },
  })
}

const wrong = (sentence: string) => ({
  is: 'wrong' as const,
  errors: [{ field: 'decision', sentence }],
})
