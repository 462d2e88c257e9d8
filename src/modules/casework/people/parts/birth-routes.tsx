import type { FastifyInstance } from 'fastify'
import { Input } from '../../../../platform/web/components/input.tsx'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import { fieldOf } from '../../../../platform/web/forms/shown.ts'
import {
  birthAsWritten,
  birthForm,
  changeBirth,
  personOf,
  type PersonRow,
} from '../../../people/index.ts'
import { BirthFields } from './birth-fields.tsx'
import { partPage, type PartPageProps } from './part-page.tsx'
import { changeablePerson } from './routes.ts'

/** Changing when somebody was born, and the sex. */
export function birthRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/people/:id/birth/edit',
    reads: 'person.read',
    writes: 'person.edit',
    form: birthForm,
    open: changeablePerson,
    start: ({ person }) => fieldsOf(person),
    version: ({ person }) => person.version,
    page: (seen, shown) => partPage(page, seen, shown),
    save: async (tx, { value, model: { person }, version, request }) => {
      if (value.born.precision !== 'unknown' && value.born.on > request.today.toString())
        return {
          is: 'wrong',
          errors: [{ field: 'born', sentence: 'Enter a day that is not in the future' }],
        }
      if (await changeBirth(tx, { id: person.id, version }, value))
        return { is: 'saved', location: `/people/${person.id}` }
      const now = await personOf(tx, person.id)
      return now === null
        ? { is: 'absent' }
        : { is: 'changed meanwhile', theirs: fieldsOf(now), version: now.version }
    },
  })
}

const page: PartPageProps = {
  title: 'Change birth and sex',
  labels: { born: 'Born', sex: 'Sex', bornSource: 'Source of the birth' },
  fields: shown => (
    <>
      <BirthFields shown={shown} />
      <Input
        label={{ text: 'Source of the birth' }}
        classes="govuk-!-width-two-thirds"
        {...fieldOf(shown, 'bornSource')}
      />
    </>
  ),
}

const fieldsOf = (person: PersonRow) => ({
  born: birthAsWritten(person),
  sex: person.sex,
  bornSource: person.birthSource ?? '',
})
