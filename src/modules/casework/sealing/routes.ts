import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../platform/web/forms/form-page.ts'
import { caseToChange, whoSees } from '../reach/read.ts'
import { sealForm } from './form.ts'
import { sealPage } from './page.tsx'
import { askSeal, newestSealRequest, otherSupervisors } from './queries.ts'

/** Asking a second supervisor to seal a case, or to unseal it. */
export function sealingRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/cases/:reference/seal',
    reads: 'case.govern',
    writes: 'case.seal',
    form: sealForm,
    open: async (tx, request, note) => {
      const found = await caseToChange(tx, request, note)
      if (found === null) return null
      const newest = await newestSealRequest(tx, found.id)
      return {
        case: found,
        open: newest?.agreed === null ? newest : null,
        others: await otherSupervisors(tx, found, request.person?.userId ?? ''),
      }
    },
    start: ({ case: one }) => (one.sensitivity === 'sealed' ? {} : { wanted: 'sealed' }),
    page: sealPage,
    save: async (tx, { value, model: { case: one, open } }) => {
      if (open !== null) return wrong('', `${open.asker} has asked already`)
      if ((value.wanted === 'sealed') === (one.sensitivity === 'sealed'))
        return wrong('wanted', 'Choose what the case is to be')
      if (await askSeal(tx, one.id, value)) return { is: 'saved', location: whoSees(one.reference) }
      const asked = await newestSealRequest(tx, one.id)
      return asked?.agreed === null
        ? wrong('', `${asked.asker} asked a moment ago`)
        : { is: 'absent' }
    },
  })
}

const wrong = (field: string, sentence: string) => ({
  is: 'wrong' as const,
  errors: [{ field, sentence }],
})
