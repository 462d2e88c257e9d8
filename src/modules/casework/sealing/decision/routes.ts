import type { FastifyInstance } from 'fastify'
import type { Reader } from '../../../../platform/db/door.ts'
import { formPage } from '../../../../platform/web/forms/form-page.ts'
import type { Case } from '../../cases/case.ts'
import { caseOf } from '../../cases/queries.ts'
import { caseToChange, whoSees } from '../../reach/read.ts'
import { decideSeal, newestSealRequest } from '../queries.ts'
import { decisionForm } from './form.ts'
import { decisionPage } from './page.tsx'

/** The second supervisor's word on sealing a case. */
export function decisionRoutes(app: FastifyInstance): void {
  formPage(app, {
    at: '/cases/:reference/seal/decision',
    reads: 'case.govern',
    writes: 'case.decide-seal',
    form: decisionForm,
    open: async (tx, request, note) => {
      const found = await caseToChange(tx, request, note)
      if (found === null) return null
      const asked = await newestSealRequest(tx, found.id)
      return { case: found, asked, own: asked?.askedBy === request.person?.userId }
    },
    start: () => ({}),
    page: decisionPage,
    save: async (tx, { value, model: { case: one, asked } }) => {
      // Whoever decides has read this request, and not one that was asked after it.
      if (asked?.id !== value.request || asked.agreed !== null) return meanwhile(tx, one, value)
      switch (await decideSeal(tx, asked.id, value.decision === 'agree')) {
        case 'own request':
          return wrong('You asked this yourself: another supervisor must decide')
        case 'absent':
          return meanwhile(tx, one, value)
        case 'done': {
          const seen = await caseOf(tx, one.reference)
          return { is: 'saved', location: seen === null ? '/cases' : whoSees(one.reference) }
        }
      }
    },
  })
}

/** Two decided at once. The first may have sealed it, so that the second must not learn of it any more. */
async function meanwhile(tx: Reader, one: Case, { request }: { request: string }) {
  if ((await caseOf(tx, one.reference)) === null) return { is: 'absent' as const }
  const newest = await newestSealRequest(tx, one.id)
  return newest?.id === request
    ? wrong(`${newest.decider ?? 'Somebody else'} decided this a moment ago`)
    : wrong('Another request was made meanwhile. Read it first')
}

const wrong = (sentence: string) => ({
  is: 'wrong' as const,
  errors: [{ field: 'decision', sentence }],
})
