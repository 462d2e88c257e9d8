import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../platform/web/forms/form-page.ts'
import { colleagueWith } from '../colleagues/queries.ts'
import { foundBy } from '../colleagues/read.ts'
import { reachOf } from '../reach/queries.ts'
import { caseToChange } from '../reach/read.ts'
import { namingForm } from './form.ts'
import { namingPage } from './page.tsx'
import { namePerson } from './queries.ts'

/** Naming colleagues on a case. */
export function namingRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/cases/:reference/named',
    reads: 'case.govern',
    writes: 'case.name',
    form: namingForm,
    open: async (tx, request, note) => {
      const found = await caseToChange(tx, request, note)
      if (found === null) return null
      return {
        case: found,
        reach: await reachOf(tx, found),
        ...(await foundBy(tx, request)),
      }
    },
    start: () => ({}),
    page: namingPage,
    save: async (tx, { value, model, note }) => {
      const { case: one, reach } = model
      const colleague = await colleagueWith(tx, value.colleague)
      if (colleague === null) return wrong('Find a colleague and choose one from the list')
      if (reach.blocks.some(({ userId }) => userId === colleague.id))
        return wrong(`${colleague.name} is blocked from this case. End the block first`)
      switch (await namePerson(tx, one.id, colleague.id)) {
        case 'absent':
          return { is: 'absent' }
        case 'named already':
          return wrong(`${colleague.name} is named on this case already`)
        case 'done':
          note.about({ recipient: colleague.id })
          return { is: 'saved', location: `/cases/${one.reference}/named` }
      }
    },
  })
}

const wrong = (sentence: string) => ({
  is: 'wrong' as const,
  errors: [{ field: 'colleague', sentence }],
})
