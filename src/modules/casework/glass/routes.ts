import type { FastifyInstance } from 'fastify'
import type { FieldError } from '../../../platform/web/form.ts'
import { formPage } from '../../../platform/web/forms/form-page.ts'
import { caseOf } from '../cases/queries.ts'
import { glassForm } from './form.ts'
import { glassPage } from './page.tsx'
import { breakGlass, glassRules, ownReasons, triesLeft } from './queries.ts'
import { isRepeat } from './reason.ts'
import { reviewBy, type AddWorkingDays } from './review-by.ts'

/** Taking access to a case in need. Whatever does not open answers alike, and each such try counts. */
export function glassRoutes(app: FastifyInstance, addWorkingDays: AddWorkingDays): void {
  formPage(app, {
    at: '/break-glass',
    reads: 'glass.rules',
    writes: 'glass.break',
    form: glassForm,
    open: glassRules,
    start: () => ({}),
    page: glassPage,
    save: async (tx, { value, model, request, note }) => {
      if (model.kept !== null) return refused(value.reference, kept)
      const userId = request.person?.userId ?? ''
      // First, because it waits for other tries of the same person: they count, and so do their reasons.
      if ((await triesLeft(tx)) <= 0) return wrong('reference', tooMany(model.tries))
      if (isRepeat(value.reason, await ownReasons(tx, userId))) return wrong('reason', repeated)
      if ((await caseOf(tx, value.reference)) !== null) return wrong('reference', seen)
      const broken = await breakGlass(tx, value, reviewBy(request.today, addWorkingDays))
      if (broken === null) return refused(value.reference, nothingOpens)
      note.about({ case: broken.caseId, allowedBy: 'break-glass' })
      return { is: 'saved', location: `/cases/${value.reference}` }
    },
  })
}

const repeated = 'You gave this reason before. Say what is so this time'

const seen = 'You can see this case without breaking the glass. Open it from the list of cases'

const tooMany = (tries: number) =>
  `You have tried ${tries === 1 ? 'once' : `${String(tries)} times`} within an hour. Wait, or telephone the team`

const nothingOpens = {
  field: 'reference',
  sentence: 'No case opens with this reference. Check each letter, or telephone the team',
}

/** Before anything is looked up, so that it says nothing of any case. */
const kept = { field: '', sentence: 'You cannot break the glass. This page says whom to ask' }

const refused = (asked: string, error: FieldError) => ({
  is: 'refused' as const,
  asked,
  errors: [error],
})

const wrong = (field: string, sentence: string) => ({
  is: 'wrong' as const,
  errors: [{ field, sentence }],
})
