import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../platform/web/forms/form-page.ts'
import { seenForm } from './form.ts'
import { inboxPage } from './page.tsx'
import { markSeen, ownNotices } from './queries.ts'

/** What somebody was told, and that they have seen it. */
export function inboxRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/inbox',
    reads: 'notice.read',
    writes: 'notice.mark',
    form: seenForm,
    open: async (tx, request) => ({ notices: await ownNotices(tx, request.person?.userId ?? '') }),
    start: () => ({}),
    page: inboxPage,
    save: async (tx, { value, request }) => {
      await markSeen(tx, request.person?.userId ?? '', value.notice)
      return { is: 'saved', location: '/inbox' }
    },
  })
}
