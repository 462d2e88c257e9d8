import { z } from 'zod'
import { dayInWords } from '../../../platform/web/words/dates.ts'
import { dayField } from '../../people/index.ts'
import type { Case } from '../cases/case.ts'
import { newCaseForm } from '../opening/form.ts'

const wrongClosed = 'Enter the day on which it was closed, like 23 11 2026, or leave it empty'

/** What may be changed of a case. */
export const editCaseForm = newCaseForm
  .omit({ team: true })
  .extend({
    closed: z.union([z.literal(''), dayField(wrongClosed)], wrongClosed),
  })
  .refine(({ opened, closed }) => closed === '' || closed >= opened, {
    path: ['closed'],
    message: 'Enter a day that is not before the case was opened',
  })

export type EditCaseForm = z.infer<typeof editCaseForm>

/** What the fields hold of a case. */
export const fieldsOf = (one: Case) => ({
  type: one.type,
  summary: one.summary,
  opened: dayInWords(one.openedOn),
  closed: one.closedOn === null ? '' : dayInWords(one.closedOn),
})
