import type { FastifyInstance } from 'fastify'
import type { FieldError } from '../../../platform/web/form.ts'
import { formPage } from '../../../platform/web/forms/form-page.ts'
import { caseOf, peopleOn } from '../cases/queries.ts'
import { colleagueWith, type Colleague } from '../colleagues/queries.ts'
import { foundBy } from '../colleagues/read.ts'
import { apartOnCase } from '../people/apart.ts'
import { reachOf } from '../reach/queries.ts'
import type { Reach } from '../reach/reach.ts'
import { caseToChange, whoSees } from '../reach/read.ts'
import { blockForm } from './form.ts'
import { blockPage, type BlockModel } from './page.tsx'
import { addBlock } from './queries.ts'

/** Blocking somebody with a conflict of interest, from a case or from a person on it. */
export function blockRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/cases/:reference/blocks/new',
    reads: 'case.govern',
    writes: 'case.block',
    form: blockForm,
    open: async (tx, request, note) => {
      const found = await caseToChange(tx, request, note)
      if (found === null) return null
      const people = await peopleOn(tx, found.id)
      return {
        case: found,
        people,
        apart: apartOnCase(people, request.today),
        reach: await reachOf(tx, found),
        ...(await foundBy(tx, request)),
      }
    },
    start: () => ({ from: 'case' }),
    page: blockPage,
    save: async (tx, { value, model, note }) => {
      const { case: one } = model
      const colleague = await colleagueWith(tx, value.colleague)
      const personId = value.from === 'case' ? null : value.from
      const fault = faultOf(colleague, personId, model)
      if (fault !== null) return { is: 'wrong', errors: [fault] }
      const { why, colleague: userId } = value
      await addBlock(tx, { userId, caseId: personId === null ? one.id : null, personId, why })
      note.about({ recipient: userId, ...(personId === null ? {} : { person: personId }) })
      // Whoever blocks himself has just lost sight of the case.
      const seen = await caseOf(tx, one.reference)
      return { is: 'saved', location: seen === null ? '/cases' : whoSees(one.reference) }
    },
  })
}

/** Why somebody cannot be blocked so; null when they can. */
function faultOf(
  colleague: Colleague | null,
  personId: string | null,
  { people, reach }: Pick<BlockModel, 'people'> & { reach: Reach },
): FieldError | null {
  if (colleague === null)
    return { field: 'colleague', sentence: 'Find a colleague and choose one from the list' }
  if (personId !== null && !people.some(person => person.personId === personId))
    return {
      field: 'from',
      sentence: 'This person is not on the case any more: choose what to block from',
    }
  return reach.blocks.some(one => one.userId === colleague.id && one.personId === personId)
    ? { field: 'colleague', sentence: `${colleague.name} is blocked from this already` }
    : null
}
