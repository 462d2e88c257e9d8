import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../platform/web/forms/form-page.ts'
import { caseOf } from '../cases/queries.ts'
import { reachOf } from '../reach/queries.ts'
import { caseToChange, whoSees } from '../reach/read.ts'
import { sensitivityForm } from './form.ts'
import { sensitivityPage } from './page.tsx'
import { setSensitivity } from './queries.ts'

/** Restricting a case, and opening it to its team again. A sealed case has no such page: see sealing. */
export function restrictingRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/cases/:reference/sensitivity',
    reads: 'case.govern',
    writes: 'case.restrict',
    form: sensitivityForm,
    open: async (tx, request, note) => {
      const found = await caseToChange(tx, request, note)
      if (found === null || found.sensitivity === 'sealed') return null
      return { case: found, reach: await reachOf(tx, found) }
    },
    start: ({ case: one }) => ({ sensitivity: one.sensitivity }),
    version: ({ case: one }) => one.version,
    page: sensitivityPage,
    save: async (tx, { value, model, version }) => {
      const { case: one } = model
      const wanted = value.sensitivity
      switch (await setSensitivity(tx, { id: one.id, wanted, version })) {
        case 'absent':
          return { is: 'absent' }
        case 'needs a second person':
          return {
            is: 'wrong',
            errors: [
              {
                field: 'sensitivity',
                sentence: 'This case is sealed now: opening it needs a second supervisor',
              },
            ],
          }
        case 'changed meanwhile':
          return {
            is: 'changed meanwhile',
            theirs: { sensitivity: one.sensitivity },
            version: one.version,
          }
        case 'done': {
          const seen = await caseOf(tx, one.reference)
          return { is: 'saved', location: seen === null ? '/cases' : whoSees(one.reference) }
        }
      }
    },
  })
}
