import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import { confirmPage } from '../../reach/confirm-page.tsx'
import { confirmForm } from '../../reach/form.ts'
import { reachOf } from '../../reach/queries.ts'
import { caseToChange, whoSees } from '../../reach/read.ts'
import { endBlock } from '../queries.ts'

/** Ending a block. */
export function endBlockRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/cases/:reference/blocks/:block/end',
    reads: 'case.govern',
    writes: 'case.block',
    form: confirmForm,
    open: async (tx, request, note) => {
      const found = await caseToChange(tx, request, note)
      const reach = found && (await reachOf(tx, found))
      const { block } = request.params as { block: string }
      const made = reach?.blocks.find(({ id }) => id === block)
      return found !== null && made !== undefined ? { case: found, made } : null
    },
    start: () => ({}),
    page: ({ case: one, made }, shown) =>
      confirmPage(
        {
          reference: one.reference,
          title: `End the block of ${made.who}`,
          says: [
            made.about === null
              ? `From then on ${made.who} sees this case again wherever a team, a name or a share lets them in.`
              : `From then on ${made.who} sees every case of ${made.about} again wherever a team, a name or a share lets them in.`,
          ],
          button: 'End the block',
        },
        shown,
      ),
    save: async (tx, { model: { case: one, made }, note }) => {
      if (!(await endBlock(tx, made.id))) return { is: 'absent' }
      note.about(made.userId === null ? {} : { recipient: made.userId })
      return { is: 'saved', location: whoSees(one.reference) }
    },
  })
}
