import type { FastifyInstance, FastifyRequest } from 'fastify'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import type { Case } from '../../cases/case.ts'
import { confirmPage } from '../../reach/confirm-page.tsx'
import { confirmForm } from '../../reach/form.ts'
import { caseToChange } from '../../reach/read.ts'
import { namedOn, unnamePerson, type NamedPerson } from '../queries.ts'

/** Taking a name away again. */
export function unnamingRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/cases/:reference/named/:colleague/end',
    reads: 'case.govern',
    writes: 'case.name',
    form: confirmForm,
    open: async (tx, request, note) => {
      const found = await caseToChange(tx, request, note)
      const { colleague } = request.params as { colleague: string }
      const named = found && (await namedOn(tx, found.id, colleague))
      return found && named && { case: found, named }
    },
    start: () => ({}),
    page: ({ case: one, named }, shown) =>
      confirmPage(
        {
          reference: one.reference,
          title: `Take away the name of ${named.who}`,
          says: [
            named.isOver
              ? 'This name has been taken away already.'
              : `From then on ${named.who} sees this case only where something else lets them in.`,
          ],
          button: 'Take the name away',
        },
        shown,
      ),
    save: async (tx, { model: { case: one, named }, request, note }) => {
      if (wouldShutOut(one, named, request))
        return { is: 'wrong', errors: [{ field: '', sentence: shutOut }] }
      if (!(await unnamePerson(tx, one.id, named.id))) return { is: 'absent' }
      note.about({ recipient: named.id })
      return { is: 'saved', location: `/cases/${one.reference}/named` }
    },
  })
}

/** Whoever names others stays named, so that somebody can always name others. */
const wouldShutOut = (one: Case, named: NamedPerson, { person }: FastifyRequest): boolean =>
  one.sensitivity !== 'ordinary' && named.id === person?.userId

const shutOut =
  'You cannot take your own name away while the case is for named people only. Name another supervisor, who can do it.'
