import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import { confirmPage } from '../../reach/confirm-page.tsx'
import { confirmForm } from '../../reach/form.ts'
import { caseToChange, whoSees } from '../../reach/read.ts'
import { blockOn, endBlock } from '../queries.ts'

/** Ending a block. Two who end it at once have both ended it. */
export function endBlockRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/cases/:reference/blocks/:block/end',
    reads: 'case.govern',
    writes: 'case.block',
    form: confirmForm,
    open: async (tx, request, note) => {
      const found = await caseToChange(tx, request, note)
      const { block } = request.params as { block: string }
      const made = found && (await blockOn(tx, found.id, block))
      return found && made && { case: found, made }
    },
    start: () => ({}),
    page: ({ case: one, made: { who, from, isOver } }, shown) =>
      confirmPage(
        {
          reference: one.reference,
          title: `End the block of ${who}`,
          says: [
            isOver
              ? 'This block has ended already.'
              : `From then on ${who} sees ${from === null ? 'this case' : `every case of ${from}`} again wherever a team, a name or a share lets them in.`,
          ],
          button: 'End the block',
        },
        shown,
      ),
    save: async (tx, { model: { case: one, made }, note }) => {
      await endBlock(tx, made.id)
      note.about({ recipient: made.userId })
      return { is: 'saved', location: whoSees(one.reference) }
    },
  })
}
