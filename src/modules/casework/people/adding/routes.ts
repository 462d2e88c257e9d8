import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import { dayInWords } from '../../../../platform/web/words/dates.ts'
import { changeableCase } from '../../editing/queries.ts'
import { addPersonForm } from './form.ts'
import { addPersonPage } from './page.tsx'
import { putOnCase } from './queries.ts'
import { sameNames } from './read.ts'

/** Putting somebody on a case: one who is on record already, or one who is not yet. */
export function addPersonRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/cases/:reference/people/new',
    reads: 'case.read',
    writes: 'person.add',
    form: addPersonForm,
    open: async (tx, request, note) => {
      const { reference } = request.params as { reference: string }
      const found = await changeableCase(tx, reference, note)
      if (found === null) return null
      const alike = request.method === 'POST' ? await sameNames(tx, request.body) : []
      note.about({ subjects: alike.map(({ id }) => id) })
      return { case: found, alike, today: request.today }
    },
    start: ({ today }) => ({ kind: 'legal', sex: 'not known', since: dayInWords(today) }),
    page: addPersonPage,
    save: async (tx, { value, model, note }) => {
      const put = await putOnCase(tx, { value, ...model })
      if (put.is === 'wrong') return put
      note.about({ person: put.personId, subjects: [] })
      return { is: 'saved', location: `/cases/${model.case.reference}` }
    },
  })
}
