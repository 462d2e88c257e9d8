import type { FastifyInstance } from 'fastify'
import { formPage } from '../../../platform/web/forms/form-page.ts'
import { caseOf, peopleOn } from '../cases/queries.ts'
import { colleagueWith } from '../colleagues/queries.ts'
import { foundBy } from '../colleagues/read.ts'
import { reachOf } from '../reach/queries.ts'
import { caseToChange, whoSees } from '../reach/read.ts'
import { blockForm } from './form.ts'
import { blockPage } from './page.tsx'
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
      return {
        case: found,
        people: await peopleOn(tx, found.id),
        reach: await reachOf(tx, found),
        ...(await foundBy(tx, request)),
      }
    },
    start: () => ({ from: 'case' }),
    page: blockPage,
    save: async (tx, { value, model, note }) => {
      const { case: one, people, reach } = model
      const colleague = await colleagueWith(tx, value.colleague)
      if (colleague === null)
        return wrong('colleague', 'Find a colleague and choose one from the list')
      const person = people.find(({ personId }) => personId === value.from)
      if (value.from !== 'case' && person === undefined)
        return wrong('from', 'This person is not on the case any more: choose what to block from')
      const personId = person?.personId ?? null
      if (reach.blocks.some(block => block.userId === colleague.id && block.personId === personId))
        return wrong('colleague', `${colleague.name} is blocked from this already`)
      await addBlock(tx, {
        userId: colleague.id,
        caseId: personId === null ? one.id : null,
        personId,
        why: value.why,
      })
      note.about({
        recipient: colleague.id,
        ...(personId === null ? {} : { person: personId }),
      })
      const seen = await caseOf(tx, one.reference)
      return { is: 'saved', location: seen === null ? '/cases' : whoSees(one.reference) }
    },
  })
}

const wrong = (field: string, sentence: string) => ({
  is: 'wrong' as const,
  errors: [{ field, sentence }],
})
