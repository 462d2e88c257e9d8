import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import { chooseFirst, namesOf } from '../../../people/index.ts'
import { changeablePerson } from '../parts/routes.ts'
import { firstForm } from './form.ts'
import { firstPage } from './page.tsx'

/** Choosing which of somebody's names is shown first. */
export function firstRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/people/:id/shown-first',
    reads: 'person.read',
    writes: 'person.edit',
    form: firstForm,
    open: changeablePerson,
    start: ({ names }) => ({ name: names[0]?.id ?? '' }),
    version: ({ names }) => names[0]?.version ?? 0,
    page: (seen, shown, request) => firstPage(seen, shown, request.today.toString()),
    save: async (tx, { value, model: { person, names }, version, request }) => {
      if (!names.some(({ id }) => id === value.name)) return { is: 'wrong', errors: noneOfThese }
      const seen = { id: value.name, personId: person.id, version }
      if (await chooseFirst(tx, seen, request.today.toString()))
        return { is: 'saved', location: `/people/${person.id}` }
      const [first] = await namesOf(tx, person.id)
      return first === undefined
        ? { is: 'absent' }
        : { is: 'changed meanwhile', theirs: { name: first.id }, version: first.version }
    },
  })
}

const noneOfThese = [{ field: 'name', sentence: 'Choose one of the names' }]
