import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import { confirmPage } from '../../reach/confirm-page.tsx'
import { confirmForm } from '../../reach/form.ts'
import { reachOf } from '../../reach/queries.ts'
import { holderOf } from '../../reach/reach.ts'
import { caseToChange, whoSees } from '../../reach/read.ts'
import { endShare } from '../queries.ts'

/** Ending a share before its time. */
export function endShareRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/cases/:reference/shares/:share/end',
    reads: 'case.reach',
    writes: 'case.end-share',
    form: confirmForm,
    open: async (tx, request, note) => {
      const found = await caseToChange(tx, request, note)
      const reach = found && (await reachOf(tx, found))
      const { share } = request.params as { share: string }
      const given = [...(reach?.shares.live ?? []), ...(reach?.shares.past ?? [])].find(
        ({ id }) => id === share,
      )
      return found !== null && given !== undefined ? { case: found, given } : null
    },
    start: () => ({}),
    page: ({ case: one, given }, shown) =>
      confirmPage(
        {
          reference: one.reference,
          title: `End the share with ${holderOf(given)}`,
          says: [
            given.endedAt === null
              ? 'From the next page that they open, they do not see this case any more.'
              : 'This share has ended already.',
          ],
          button: 'End the share now',
        },
        shown,
      ),
    save: async (tx, { model: { case: one, given }, note }) => {
      if (!(await endShare(tx, given.id))) return { is: 'absent' }
      const recipient = given.userId ?? given.agencyId
      note.about(recipient === null ? {} : { recipient })
      return { is: 'saved', location: whoSees(one.reference) }
    },
  })
}
